import { blockOfIndicator, impliedWeightsFrom } from '../../../scoring/index.js';
import type { Definition, Method, MethodIndicator, Statistics } from '../../../survey-definitions/contract/index.js';
import type { Layout } from '../../http/layout.js';
import type { PageModel } from '../../http/views.js';
import type { Language, Texts } from '../../i18n/index.js';
import type { Importance } from '../methods/reading/importance.js';
import type { MethodNames } from '../methods/methodNames.js';
import { sharesOf, stepsOf } from '../methods/steps.js';
import type { Figures } from './figures.js';
import { aggregationText, formulaTexts, normalisationTexts, surveyNormalisationTexts, weightsText } from './methodWords.js';
import { populationName } from './why.viewModels.js';

interface Link {
  label: string;
  href: string;
}

export interface MethodPage extends PageModel {
  heading: string;
  facts: string[];
  files: Link[];
  retired: string;
  description: string;
  steps: { heading: string; items: string[] };
  means: { heading: string; headings: string[]; rows: { name: string; mean: string; weights: string; members: string }[] };
  bands: { heading: string; rows: { from: string; name: string }[] };
  blocks: {
    label: string;
    chipClass: string;
    name: string;
    rule: string;
    indicators: { code: string; name: string; texts: string[]; weight: string }[];
  }[];
  weights: WeightsSection;
  limits: { heading: string; items: string[] };
  sources: { heading: string; items: string[] };
  others: { heading: string; links: (Link & { current: boolean })[] };
  versions: { heading: string; links: (Link & { current: boolean })[] };
}

/** Nominal and implied weights beside the share of the differences between towns that an indicator really brings. */
interface WeightsSection {
  heading: string;
  intro: string[];
  headings: string[];
  rows: { code: string; chipClass: string; name: string; nominal: string; implied: string; importance: string }[];
}

declare module '../../http/views.js' {
  interface Views {
    'results/method': MethodPage;
  }
}

export interface MethodPageMaterial {
  layout: Layout;
  language: Language;
  t: Texts;
  figures: Figures;
  names: MethodNames;
  method: Method;
  /** Methods that compute scores. */
  methods: readonly Method[];
  /** The newest first. */
  versions: readonly Method[];
  isRetired: boolean;
  /** Published questionnaires, the newest first. */
  definitions: readonly Definition[];
  statistics: Statistics;
  importance: Importance;
}

export function buildMethodPage(material: MethodPageMaterial): MethodPage {
  const { layout, language, t, figures, method, methods, versions, isRetired } = material;
  const address = `/method/${method.id}`;
  return {
    layout,
    heading: method.name[language],
    facts: [
      t('results.method_id', { id: method.id, version: method.version }),
      t('results.method_count', { count: method.indicators.length }),
    ],
    files: [
      { label: t('methods.json'), href: `${address}.json?version=${method.version}` },
      { label: t('methods.differences_link'), href: `${address}/differences?version=${method.version}` },
    ],
    retired: isRetired ? t('methods.retired_note') : '',
    description: method.description[language],
    steps: { heading: t('results.method_steps'), items: stepTexts(material) },
    means: meansTable(material),
    bands: {
      heading: method.bands ? t('methods.bands') : '',
      rows: (method.bands ?? []).map(({ from, name }) => ({
        from: t('methods.from_points', { from: figures.statistic(from) }),
        name: name[language],
      })),
    },
    blocks: blockSections(material),
    weights: weightsSection(material),
    limits: {
      heading: t('results.method_limits'),
      items: [
        t('results.fifty_means'),
        t('results.limit_sampling'),
        t('results.limit_self_selection'),
        t('results.limit_hidden'),
        t('results.limit_references'),
        t('results.limit_validity'),
        t('actions.method_note'),
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
    versions: {
      heading: versions.length > 1 ? t('methods.versions') : '',
      links: versions.map(({ version }) => ({
        label: t('methods.version', { version }),
        href: `${address}?version=${version}`,
        current: version === method.version,
      })),
    },
  };
}

/** The way from an answer to the score; the rules of the steps stand in the table below. */
function stepTexts({ method, t, figures }: MethodPageMaterial): string[] {
  const isUsual =
    method.subIndices.every(({ aggregation, weights = 'equal' }) => aggregation === 'geometric' && weights === 'equal') &&
    method.integral.aggregation === 'geometric' &&
    (method.integral.weights ?? 'equal') === 'equal';
  const isFloored = stepsOf(method).some(
    ({ rule: { aggregation } }) => aggregation === 'geometric' || aggregation === 'harmonic',
  );
  return [
    t('results.step_items'),
    t('results.step_people'),
    t('results.step_statistics', { years: method.maxAgeYears }),
    t('methods.step_table'),
    ...(isUsual ? [t('results.step_geometric')] : []),
    t('results.step_missing'),
    ...(isFloored ? [t('methods.step_floor', { floor: figures.statistic(method.floor) })] : []),
    t('results.step_interval'),
  ];
}

function meansTable(material: MethodPageMaterial): MethodPage['means'] {
  const { method, t, names } = material;
  return {
    heading: t('methods.steps'),
    headings: [t('methods.step'), t('methods.members'), t('methods.mean'), t('methods.weights')],
    rows: stepsOf(method).map(({ id, kind, members, rule }) => ({
      name: names.step(id),
      members: (kind === 'block' ? members : members.map((member) => names.step(member))).join(', '),
      mean: aggregationText(rule.aggregation, material),
      weights: weightsText(rule.weights, material),
    })),
  };
}

function blockSections(material: MethodPageMaterial): MethodPage['blocks'] {
  const { method, language, t, figures } = material;
  const implied = impliedWeightsFrom(method);
  return method.blocks.map((block) => {
    const indicators = method.indicators.filter((indicator) => blockOfIndicator(indicator) === block.id);
    return {
      label: block.id,
      chipClass: toneOf(block.id),
      name: block.name[language],
      rule: t('results.method_block_rule', { minimum: block.minimum, total: indicators.length }),
      indicators: indicators.map((indicator) => ({
        code: indicator.code,
        ...describe(indicator, material),
        weight: t('results.method_weight', { share: figures.percent(implied[indicator.code] ?? 0) }),
      })),
    };
  });
}

function weightsSection({ method, t, figures, names, importance }: MethodPageMaterial): WeightsSection {
  const implied = impliedWeightsFrom(method);
  const nominal = new Map(stepsOf(method).flatMap((step) => [...(sharesOf(step) ?? [])]));
  return {
    heading: t('methods.weights_heading'),
    intro: [t('methods.weights_intro'), importanceText(importance, t)],
    headings: [
      t('methods.indicator'),
      t('methods.weight_nominal'),
      t('methods.weight_implied'),
      ...(importance.state === 'computed' ? [t('methods.weight_importance')] : []),
    ],
    rows: method.indicators.map((indicator) => {
      const { code } = indicator;
      const share = importance.state === 'computed' ? importance.shares[code] : undefined;
      return {
        code,
        chipClass: toneOf(blockOfIndicator(indicator)),
        name: names.indicator(code).slice(code.length + 1),
        nominal: figures.percent(nominal.get(code) ?? 0),
        implied: t('results.percent', { value: figures.indicator(100 * (implied[code] ?? 0)) }),
        importance: share === undefined ? '' : figures.percent(share),
      };
    }),
  };
}

function importanceText(importance: Importance, t: Texts): string {
  if (importance.state === 'computed') return t('methods.importance_of', { count: importance.towns, year: importance.year });
  return t('methods.importance_missing', { count: importance.towns, needed: importance.needed });
}

const toneOf = (block: string): string => `tone-${block.toLowerCase()}`;

function describe(
  indicator: MethodIndicator,
  { definitions, statistics, language, t, figures }: MethodPageMaterial,
): { name: string; texts: string[] } {
  if (indicator.source === 'statistics') {
    const forms = statistics.indicators.find(({ code }) => code === indicator.code);
    return {
      name: indicator.name[language],
      texts: [...formulaTexts(forms, language, t), ...normalisationTexts(indicator, language, t, figures)],
    };
  }
  const definition = definitions.find(
    ({ population, indicators }) =>
      population === indicator.population && indicators.some(({ id, code }) => id === indicator.id && code === indicator.code),
  );
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
      ...surveyNormalisationTexts(indicator, t),
    ],
  };
}
