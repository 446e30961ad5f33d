import type { ScoringError } from '../../scoring/index.js';
import { formatNumber, textsIn, type Language, type TextKey, type Texts } from '../i18n/index.js';

/** What readers call the things that computations know by their ids. */
export interface ReaderNames {
  /** An indicator, question, official figure, town or method; undefined where nothing has this id. */
  of: (id: string, language: Language) => string | undefined;
  /** An answer to a question or a value of a derived variable. */
  ofCategory: (item: string, code: number, language: Language) => string | undefined;
}

/**
 * Details that a reader may be told, in the order of telling. Left out on purpose is whatever was counted or computed
 * from answers: a refusal is read by anybody.
 */
const TOLD = {
  input: 'refusals.at_input',
  item: 'refusals.at_item',
  column: 'refusals.at_column',
  term: 'refusals.at_term',
  margin: 'refusals.at_margin',
  category: 'refusals.at_category',
  part: 'refusals.at_part',
  auxiliary: 'refusals.at_auxiliary',
  population: 'refusals.at_population',
  flag: 'refusals.at_flag',
  scale: 'refusals.at_scale',
  form: 'refusals.at_form',
  group: 'refusals.at_group',
  town: 'refusals.at_town',
  unit: 'refusals.at_unit',
  stratum: 'refusals.at_stratum',
  cluster: 'refusals.at_cluster',
  missing: 'refusals.at_missing',
  duplicate: 'refusals.at_duplicate',
  tops: 'refusals.at_tops',
  first: 'refusals.at_first',
  second: 'refusals.at_second',
  year: 'refusals.at_year',
  figure: 'refusals.at_figure',
  must: 'refusals.at_must',
  row: 'refusals.at_row',
  at: 'refusals.at_at',
  needed: 'refusals.at_needed',
  least: 'refusals.at_needed',
  largest: 'refusals.at_largest',
  total: 'refusals.at_total',
  totals: 'refusals.at_totals',
  weight: 'refusals.at_weight',
  consistencyRatio: 'refusals.at_consistencyRatio',
  reference: 'refusals.at_reference',
  lo: 'refusals.at_lower',
  lower: 'refusals.at_lower',
  from: 'refusals.at_lower',
  hi: 'refusals.at_upper',
  upper: 'refusals.at_upper',
  to: 'refusals.at_upper',
  populationSize: 'refusals.at_populationSize',
  k: 'refusals.at_threshold',
} as const satisfies Record<string, TextKey>;

/** Numbers under these names say where, counted from 0. */
const POSITIONS = new Set(['item', 'column', 'margin', 'category', 'auxiliary', 'stratum', 'cluster', 'row', 'at']);

/** What computations call their own inputs and the parts of a score. */
const WORDS = {
  values: 'refusals.word_values',
  weights: 'refusals.word_weights',
  covariance: 'refusals.word_covariance',
  columns: 'refusals.word_columns',
  judgements: 'refusals.word_judgements',
  towns: 'refusals.word_towns',
  regions: 'refusals.word_regions',
  results: 'refusals.word_results',
  index: 'refusals.word_index',
  terms: 'refusals.word_terms',
  rows: 'refusals.word_rows',
  domain: 'refusals.word_domain',
  blocks: 'refusals.word_blocks',
  residuals: 'refusals.word_residuals',
  auxiliary: 'refusals.word_auxiliary',
  total: 'refusals.word_total',
  populationSize: 'refusals.word_populationSize',
  standardError: 'refusals.word_standardError',
  individuals: 'refusals.word_individuals',
  periods: 'refusals.word_periods',
  cluster: 'refusals.word_cluster',
  'above-zero': 'refusals.word_above_zero',
  'not-zero': 'refusals.word_not_zero',
  integral: 'interface.lbl_integral_score',
  objective: 'interface.lbl_objective',
  subjective: 'interface.lbl_subjective',
  A: 'interface.lbl_block_a_short',
  B: 'interface.lbl_block_b_short',
  C: 'interface.lbl_block_c_short',
  D: 'interface.lbl_block_d_short',
} as const satisfies Record<string, TextKey>;

/** The details of a refused computation as short phrases of the reader's language. */
export function detailsInWords(details: ScoringError['details'], language: Language, names: ReaderNames): string[] {
  const t = textsIn(language);
  const told = readable(details, language, names);
  return Object.entries(TOLD).flatMap(([key, text]) => {
    const words = wordsFor(key, told[key], { t, language, names });
    return words === '' ? [] : [t(text, { value: words })];
  });
}

/**
 * The code of a category is told under its name; the code of an answer is nobody's business. A value is told only where
 * it is a figure of a unit of a panel.
 */
function readable(details: ScoringError['details'], language: Language, names: ReaderNames): Readonly<Record<string, unknown>> {
  if (typeof details.unit === 'string') return { ...details, figure: details.value };
  const { code, margin } = details;
  if (typeof code === 'string') return { input: code, ...details };
  if (typeof code !== 'number' || typeof margin !== 'string') return details;
  return { ...details, category: names.ofCategory(margin, code, language) ?? String(code) };
}

interface Reader {
  t: Texts;
  language: Language;
  names: ReaderNames;
}

function wordsFor(key: string, value: unknown, reader: Reader): string {
  if (typeof value === 'number') return numberInWords(key, value, reader.language);
  if (typeof value === 'string') return nameInWords(value, reader);
  if (Array.isArray(value)) return value.map((part) => wordsFor(key, part, reader)).join(', ');
  if (key !== 'totals' || typeof value !== 'object' || value === null) return '';
  return Object.entries(value)
    .map(([name, total]) => `${nameInWords(name, reader)}: ${wordsFor('total', total, reader)}`)
    .join(', ');
}

/** A figure of somebody's data is told as it is there, with so many decimals at most. */
const AS_GIVEN = 12;

function numberInWords(key: string, value: number, language: Language): string {
  if (key === 'year') return String(value);
  if (POSITIONS.has(key)) return formatNumber(value + 1, language, 0);
  if (!Number.isFinite(value)) return '';
  const most = key === 'figure' ? AS_GIVEN : 3;
  return formatNumber(value, language, Number.isInteger(value) ? 0 : Math.min(most, decimalsOf(value)));
}

/** Decimals that a number is written with. */
function decimalsOf(value: number): number {
  const [mantissa = '', exponent = '0'] = String(value).split('e');
  return Math.max(0, (mantissa.split('.')[1]?.length ?? 0) - Number(exponent));
}

function nameInWords(id: string, { t, language, names }: Reader): string {
  const word = WORDS[id as keyof typeof WORDS] as TextKey | undefined;
  if (word !== undefined) return t(word);
  const name = names.of(id, language);
  return t('refusals.quoted', { name: name ?? id });
}
