/** What the figures of a column seem to be, by their values and the words of its heading. */
export const COLUMN_TYPES = ['empty', 'constant', 'binary', 'share', 'per-cent', 'money', 'count', 'number'] as const;
export type ColumnType = (typeof COLUMN_TYPES)[number];

const PER_CENT_WORDS = /%|пайыз|процент|per[ _-]?cent|\bpct\b/iu;
const SHARE_WORDS = /(?:^|[^\p{L}])(?:үлес|доля|доли|удельный вес|share|fraction)/iu;
const MONEY_WORDS =
  /тенге|теңге|tenge|\bkzt\b|₸|\busd\b|доллар|руб|жалақы|зарплат|salary|wage|табыс|доход|income|инвестиц|investment/iu;
/** Variances, entropies and numbers per so many people may lie between 0 and 1 and are no shares. */
const MEASURE_WORDS = /variance|дисперси|entropy|энтропи|log₂|\(ln\)|\b(?:bits|nats)\b|\bper \d|(?:^|\s)на \d|шаққанда/iu;
/** Ratios of incomes are no amounts. */
const LEAST_AMOUNT = 100;
/** A column of shares may hold a few slips above 1, such as a figure of commuters. */
const SHARES_AT_LEAST = 0.8;
const LARGEST_SLIP = 2;

/**
 * Recognises a column. Only a heading can say per cent, since 0–100 may be anything.
 *
 * @param values NaN is a missing value
 */
export function columnTypeOf(values: Float64Array, heading: string): ColumnType {
  const present = values.filter((value) => !Number.isNaN(value));
  const [first] = present;
  if (first === undefined) return 'empty';
  if (present.length > 1 && present.every((value) => value === first)) return 'constant';
  if (PER_CENT_WORDS.test(heading)) return 'per-cent';
  const whole = present.every(Number.isInteger);
  if (whole && present.every((value) => value === 0 || value === 1)) return 'binary';
  if (!whole && !MEASURE_WORDS.test(heading) && isShare(present, heading)) return 'share';
  if (MONEY_WORDS.test(heading) && present.some((value) => Math.abs(value) >= LEAST_AMOUNT)) return 'money';
  return whole && present.every((value) => value >= 0) ? 'count' : 'number';
}

function isShare(present: Float64Array, heading: string): boolean {
  if (present.some((value) => value < 0)) return false;
  const within = present.filter((value) => value <= 1).length / present.length;
  const fewSlips = present.every((value) => value <= LARGEST_SLIP) && within >= SHARES_AT_LEAST;
  return fewSlips || (SHARE_WORDS.test(heading) && within > 1 / 2);
}
