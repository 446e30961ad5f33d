import { mergeProposalsFor, type ShareMargin } from '../../../scoring/index.js';
import type { Margin } from './weighting.js';

/** A category with fewer than 5 respondents; `into` is the neighbour that could take it in. */
export interface MergeOffer {
  variables: readonly string[];
  codes: readonly number[];
  respondents: number;
  into: readonly number[] | null;
}

/**
 * Categories that have too few respondents to weight by, with the merges to offer. In a margin of several variables the
 * neighbours of a cell differ in the last variable only: women of 65 and over are merged with women of 55–64, not with
 * men.
 */
export function mergeOffersFrom(margins: readonly Margin[], sample: readonly ShareMargin[]): MergeOffer[] {
  return sample.flatMap((found, at) => {
    const margin = margins[at];
    if (!margin) return [];
    const codesAt = (number: number): readonly number[] => margin.categories[number]?.codes ?? [];
    return linesOf(found, codesAt).flatMap((line) =>
      mergeProposalsFor(line).map(({ code, respondents, into }) => ({
        variables: margin.variables,
        codes: codesAt(code),
        respondents,
        into: into === undefined ? null : codesAt(into),
      })),
    );
  });
}

/** A margin parted by all its variables but the last. */
function linesOf(margin: ShareMargin, codesAt: (number: number) => readonly number[]): ShareMargin[] {
  const lineOf = (number: number): string => codesAt(number).slice(0, -1).join(' ');
  const numbers = [...margin.shares.keys()];
  return [...new Set(numbers.map(lineOf))].map((line) => ({
    ...margin,
    shares: new Map([...margin.shares].filter(([number]) => lineOf(number) === line)),
  }));
}
