import type { Method, Town } from '../../../survey-definitions/contract/index.js';
import { formatDate, textsIn, type Language, type Texts } from '../../i18n/index.js';
import type { TownPicture } from '../towns/townPicture.js';

interface Link {
  label: string;
  href: string;
}

/** What stands above each page that explains the score of a town. */
export interface ExplanationFrame {
  crumbs: Link[];
  /** The last of the crumbs: the page itself. */
  here: string;
  heading: string;
  facts: string[];
  methodLink: Link | null;
  tabs: { label: string; links: (Link & { current: boolean })[] };
  /** Other years and other methods. */
  choices: { label: string; options: (Link & { current: boolean })[] }[];
  live: { label: string; text: string } | null;
}

const EXPLANATION_PAGES = ['uncertainty', 'decomposition', 'what-if', 'changes'] as const;
export type ExplanationPage = (typeof EXPLANATION_PAGES)[number];

/** The place that a page speaks of, as it stands in its address. */
export interface ExplainedPlace {
  town: string;
  year?: number | undefined;
  method?: string | undefined;
  synthetic: 'included' | 'excluded';
}

export interface FrameMaterial {
  language: Language;
  town: Town;
  picture: TownPicture;
  years: readonly number[];
  method: Method;
  methods: readonly Method[];
  synthetic: 'included' | 'excluded';
}

export function explanationHref(page: ExplanationPage | null, place: ExplainedPlace, more: Record<string, string> = {}): string {
  const query = new URLSearchParams({ ...queryOf(place), ...more });
  return `/towns/${place.town}${page === null ? '' : `/${page}`}${query.size > 0 ? `?${query.toString()}` : ''}`;
}

/** The place as fields of an address or of a form. */
export function queryOf({ year, method, synthetic }: ExplainedPlace): Record<string, string> {
  return {
    ...(year === undefined ? {} : { year: String(year) }),
    ...(method === undefined ? {} : { method }),
    ...(synthetic === 'excluded' ? { synthetic: 'exclude' } : {}),
  };
}

/** The pages about one score, with the page of the town as the first. */
export function explanationTabs(current: ExplanationPage | null, place: ExplainedPlace, t: Texts): ExplanationFrame['tabs'] {
  const linkTo = (page: ExplanationPage | null, label: string) => ({
    label,
    // Changes lie between years, not in one.
    href: explanationHref(page, page === 'changes' ? { ...place, year: undefined } : place),
    current: page === current,
  });
  return {
    label: t('explanation.tabs'),
    links: [
      linkTo(null, t('explanation.tab_score')),
      ...EXPLANATION_PAGES.map((page) => linkTo(page, t(`explanation.tab_${page}`))),
    ],
  };
}

export function placeOf({ town, picture, method, synthetic }: FrameMaterial): ExplainedPlace {
  return { town: town.id, year: picture.year, method: method.id, synthetic };
}

export function buildExplanationFrame(page: ExplanationPage, heading: string, material: FrameMaterial): ExplanationFrame {
  const { language, town, picture, method } = material;
  const t = textsIn(language);
  const place = placeOf(material);
  return {
    crumbs: [
      { label: t('common.towns'), href: '/' },
      { label: town.name[language], href: explanationHref(null, place) },
    ],
    here: t(`explanation.tab_${page}`),
    heading,
    facts: [
      ...(page === 'changes' ? [] : [t('results.score_of_year', { year: picture.year })]),
      ...(picture.kind === 'released' && picture.release && page !== 'changes'
        ? [t('results.published_on', { date: formatDate(picture.release.date, language) })]
        : []),
    ],
    methodLink: {
      label: t('results.method_link', { name: method.name[language], version: method.version }),
      href: `/method/${method.id}`,
    },
    tabs: explanationTabs(page, place, t),
    choices: [...(page === 'changes' ? [] : yearChoice(page, material)), ...methodChoice(page, material)],
    live: picture.kind === 'live' ? { label: t('interface.lbl_live_demo'), text: t('interface.txt_live_demo') } : null,
  };
}

function yearChoice(page: ExplanationPage, material: FrameMaterial): ExplanationFrame['choices'] {
  const { language, picture, years } = material;
  if (years.length < 2) return [];
  const options = years.map((year) => ({
    label: String(year),
    href: explanationHref(page, { ...placeOf(material), year }),
    current: year === picture.year,
  }));
  return [{ label: textsIn(language)('results.years_label'), options }];
}

/** The methods by which the town has been scored: all of them where the numbers are live. */
function methodChoice(page: ExplanationPage, material: FrameMaterial): ExplanationFrame['choices'] {
  const { language, picture, methods, method } = material;
  const scored = picture.release?.scores.map(({ methodId }) => methodId) ?? [];
  const known = methods.filter(({ id }) => picture.kind === 'live' || scored.includes(id));
  if (known.length < 2) return [];
  const place = page === 'changes' ? { ...placeOf(material), year: undefined } : placeOf(material);
  const options = known.map(({ id, name }) => ({
    label: name[language],
    href: explanationHref(page, { ...place, method: id }),
    current: id === method.id,
  }));
  return [{ label: textsIn(language)('results.method_others'), options }];
}
