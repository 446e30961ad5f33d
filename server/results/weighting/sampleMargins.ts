import { mergedMargin, sharesFromCounts, type DataColumns, type ShareMargin } from '../../../scoring/index.js';
import { keyOf, type Margin } from './weighting.js';
import type { WeightingFault } from './weightingFault.js';

const PERCENT = 100;

/** Reads the code of a variable of one respondent; a negative one is a special code. */
export type ReadCode = (variable: string) => number;

/**
 * Numbers respondents by their category in a margin, before any merge: −1 where an answer is a special code, undefined
 * where the margin has no such category.
 */
export function numbererOf({ variables, categories }: Margin): (read: ReadCode) => number | undefined {
  const spans = variables.map((_, at) => 1 + Math.max(...categories.map(({ codes }) => codes[at] ?? 0)));
  const packed = (codeOf: (variable: string, at: number) => number): number | undefined => {
    let place: number | undefined = 0;
    let at = 0;
    for (const variable of variables) {
      const code = codeOf(variable, at);
      const span = spans[at] ?? 1;
      if (code < 0) return -1;
      place = code < span && place !== undefined ? place * span + code : undefined;
      at += 1;
    }
    return place;
  };
  const numbers = new Map(categories.map(({ codes }, number) => [packed((_, at) => codes[at] ?? 0), number]));
  return (read) => {
    const place = packed(read);
    return place === -1 ? -1 : numbers.get(place);
  };
}

/**
 * The margins of a town beside its respondents, merges done. A margin is named by its number and a category by its
 * place in the margin.
 *
 * @param members rows of the respondents that the margins speak of
 */
export function sampleMarginsFrom(
  columns: Pick<DataColumns, 'items'>,
  margins: readonly Margin[],
  members: Int32Array,
): { margins: ShareMargin[] } | { fault: WeightingFault } {
  const shares = sharesOf(margins);
  const found: ShareMargin[] = [];
  for (const [number, margin] of margins.entries()) {
    const codes = codesOf(columns, margin, members);
    if ('fault' in codes) return codes;
    const whole: ShareMargin = { name: String(number), codes: codes.codes, shares: shares[number] ?? new Map<number, number>() };
    found.push(mergedAll(whole, margin));
  }
  return { margins: found };
}

/** @throws ScoringError `margins-differ` where counts of the same population do not agree */
export function sharesOf(margins: readonly Margin[]): Map<number, number>[] {
  const numbered = margins.map((margin, number) => ({ margin, name: String(number) }));
  const figuresOf = ({ categories }: Margin, scale: number): Map<number, number> =>
    new Map(categories.map(({ value }, at) => [at, value / scale]));
  const counted = numbered.filter(({ margin }) => margin.unit === 'count');
  const fromCounts = sharesFromCounts(counted.map(({ margin, name }) => ({ name, counts: figuresOf(margin, 1) })));
  return numbered.map(({ margin, name }) => fromCounts.get(name) ?? figuresOf(margin, PERCENT));
}

function codesOf(
  columns: Pick<DataColumns, 'items'>,
  margin: Margin,
  members: Int32Array,
): { codes: Int16Array } | { fault: WeightingFault } {
  const { variables } = margin;
  if (variables.some((variable) => columns.items[variable] === undefined))
    return { fault: { code: 'unknown-variable', variables } };
  const numberOf = numbererOf(margin);
  const codes = new Int16Array(members.length);
  for (const [at, row] of members.entries()) {
    const read: ReadCode = (variable) => columns.items[variable]?.[row] ?? -1;
    const number = numberOf(read);
    if (number === undefined) return { fault: { code: 'unknown-category', variables, codes: variables.map(read) } };
    codes[at] = number;
  }
  return { codes };
}

function mergedAll(whole: ShareMargin, { categories, merges }: Margin): ShareMargin {
  const numbers = new Map(categories.map(({ codes }, number) => [keyOf(codes), number]));
  return merges.reduce((merged, { codes, into }) => {
    const [gone, kept] = [numbers.get(keyOf(codes)), numbers.get(keyOf(into))];
    return gone === undefined || kept === undefined ? merged : mergedMargin(merged, gone, kept);
  }, whole);
}
