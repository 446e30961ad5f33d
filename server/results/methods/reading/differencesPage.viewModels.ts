import type { Method } from '../../../../survey-definitions/contract/index.js';
import type { Layout } from '../../../http/layout.js';
import type { PageModel } from '../../../http/views.js';
import { textsIn, type Language } from '../../../i18n/index.js';

/** In which rules the second of two methods differs from the first, and why their scores are not put side by side as one. */
export interface MethodDifferencesPage extends PageModel {
  heading: string;
  intro: string[];
  methods: { label: string; href: string }[];
  pick: { label: string; options: { value: string; label: string; selected: boolean }[]; button: string } | null;
  items: string[];
  none: string;
  links: { label: string; href: string }[];
}

declare module '../../../http/views.js' {
  interface Views {
    'results/methodDifferences': MethodDifferencesPage;
  }
}

export interface DifferencesMaterial {
  layout: Layout;
  language: Language;
  first: Method;
  second: Method;
  /** The versions to choose from; none where a comparison was refused. */
  choices: readonly Method[];
  items: readonly string[];
  isRefused: boolean;
}

export function buildDifferencesPage(material: DifferencesMaterial): MethodDifferencesPage {
  const { layout, language, first, second, choices, items, isRefused } = material;
  const t = textsIn(language);
  const label = (method: Method): string => methodLabel(method, language);
  return {
    layout,
    heading: t(isRefused ? 'methods.refused_heading' : 'methods.differences_heading'),
    intro: [
      t('methods.differences_intro', { first: label(first), second: label(second) }),
      ...(isRefused ? [t('methods.refused_intro')] : []),
    ],
    methods: [first, second].map((method) => ({
      label: label(method),
      href: `/method/${method.id}?version=${method.version}`,
    })),
    pick:
      choices.length < 2
        ? null
        : {
            label: t('methods.compare_with'),
            options: choices.map((method) => ({
              value: `${method.id}/${method.version}`,
              label: label(method),
              selected: method === first,
            })),
            button: t('methods.show'),
          },
    items: [...items],
    none: items.length === 0 ? t('methods.same_rules') : '',
    links: isRefused
      ? [first, second].map((method) => ({
          label: t('methods.compare_towns_by', { name: label(method) }),
          href: `/compare?method=${method.id}`,
        }))
      : [],
  };
}

/** A method with its version, as readers tell them apart. */
export function methodLabel({ name, version }: Method, language: Language): string {
  return textsIn(language)('methods.name_version', { name: name[language], version });
}
