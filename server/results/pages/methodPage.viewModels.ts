import { blockOfIndicator, impliedWeightsFrom } from '../../../scoring/index.js';
import type {
  Definition,
  Method,
  MethodIndicator,
  StatisticalIndicatorForms,
  Statistics,
} from '../../../survey-definitions/contract/index.js';
import type { Layout } from '../../http/layout.js';
import type { PageModel } from '../../http/views.js';
import { textsIn, type Language, type Texts } from '../../i18n/index.js';
import { figuresIn, type Figures } from './figures.js';
import { formulaTexts, normalisationTexts } from './methodWords.js';
import { populationName } from './why.viewModels.js';

export interface MethodPage extends PageModel {
  heading: string;
  facts: string[];
  description: string;
  steps: { heading: string; items: string[] };
  blocks: {
    label: string;
    chipClass: string;
    name: string;
    rule: string;
    indicators: { code: string; name: string; texts: string[]; weight: string }[];
  }[];
  limits: { heading: string; items: string[] };
  sources: { heading: string; items: string[] };
  others: { heading: string; links: { label: string; href: string; current: boolean }[] };
}

declare module '../../http/views.js' {
  interface Views {
    'results/method': MethodPage;
  }
}

export interface MethodPageMaterial {
  layout: Layout;
  language: Language;
  method: Method;
  methods: readonly Method[];
  /** The newest questionnaire of each population. */
  definitions: readonly Definition[];
  statistics: Statistics;
}

export function buildMethodPage(material: MethodPageMaterial): MethodPage {
  const { layout, language, method, methods, definitions, statistics } = material;
  const t = textsIn(language);
  const figures = figuresIn(language, t);
  const weights = impliedWeightsFrom(method);
  return {
    layout,
    heading: method.name[language],
    facts: [
      t('results.method_id', { id: method.id, version: method.version }),
      t('results.method_count', { count: method.indicators.length }),
    ],
    description: method.description[language],
    steps: {
      heading: t('results.method_steps'),
      items: [
        t('results.step_items'),
        t('results.step_people'),
        t('results.step_statistics', { years: method.maxAgeYears }),
        t('results.step_blocks'),
        t(method.integral.aggregation === 'geometric' ? 'results.step_geometric' : 'results.step_arithmetic'),
        t('results.step_missing'),
        t('results.step_floor', { floor: figures.statistic(method.floor) }),
        t('results.step_interval'),
      ],
    },
    blocks: method.blocks.map((block) => {
      const indicators = method.indicators.filter((indicator) => blockOfIndicator(indicator) === block.id);
      return {
        label: block.id,
        chipClass: `tone-${block.id.toLowerCase()}`,
        name: block.name[language],
        rule: t('results.method_block_rule', { minimum: block.minimum, total: indicators.length }),
        indicators: indicators.map((indicator) => ({
          code: indicator.code,
          ...describe(
            indicator,
            definitions,
            statistics.indicators.find(({ code }) => code === indicator.code),
            language,
            t,
            figures,
          ),
          weight: t('results.method_weight', { share: figures.percent(weights[indicator.code] ?? 0) }),
        })),
      };
    }),
    limits: {
      heading: t('results.method_limits'),
      items: [
        t('results.fifty_means'),
        t('results.limit_sampling'),
        t('results.limit_self_selection'),
        t('results.limit_hidden'),
        t('results.limit_references'),
        t('results.limit_validity'),
      ],
    },
    sources: { heading: t('interface.lbl_sources'), items: method.sources.map((source) => source[language]) },
    others: {
      heading: methods.length > 1 ? t('results.method_others') : '',
      links: methods.map((other) => ({
        label: other.name[language],
        href: `/method/${other.id}`,
        current: other.id === method.id,
      })),
    },
  };
}

function describe(
  indicator: MethodIndicator,
  definitions: readonly Definition[],
  forms: StatisticalIndicatorForms | undefined,
  language: Language,
  t: Texts,
  figures: Figures,
): { name: string; texts: string[] } {
  if (indicator.source === 'statistics')
    return {
      name: indicator.name[language],
      texts: [...formulaTexts(forms, language, t), ...normalisationTexts(indicator, language, t, figures)],
    };
  const definition = definitions.find(({ population }) => population === indicator.population);
  const asked = definition?.indicators.find(({ code }) => code === indicator.code);
  const population = definition?.analysisPopulations.find(({ id }) => id === indicator.analysisPopulation);
  return {
    name: asked?.name[language] ?? indicator.code,
    texts: [
      t('results.method_asked', {
        count: asked?.items.length ?? 0,
        population: populationName(indicator.population, t),
        group: population?.name[language] ?? '',
      }),
      ...(asked ? [t('results.method_min_valid', { count: asked.minValid })] : []),
    ],
  };
}
