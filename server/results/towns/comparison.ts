import type { Interval } from '../../../scoring/index.js';
import type { DrawnTowns } from '../uncertainty/drawnTowns.js';

/** A town among others, on the indicators that all of them have. */
export interface ComparedScore {
  townId: string;
  score: number;
  /** Of the draws: sampling and the choices of the method. */
  interval: Interval;
  /** From all indicators of the town. */
  ownScore: number;
  /** Points above the chosen town. */
  difference: number;
  /** Shares of the draws in which it is above the chosen town, and below it. */
  shares: { above: number; below: number };
  position: 'above' | 'same' | 'below';
}

export interface Comparison {
  common: readonly string[];
  draws: number;
  reference: ComparedScore;
  /** The highest score first inside each position; no place numbers follow from it. */
  towns: ComparedScore[];
}

/** Two towns are told apart when one is above the other in this share of the draws. */
export const CLEAR_SHARE = 0.975;

/**
 * Compares towns with a chosen one on the indicators scored in all of them (methodology §§4.17, 5.20). All towns are
 * drawn together, so that what a choice of the method does to both cancels out; only sampling differs from town to town.
 */
export function comparisonFrom(drawn: DrawnTowns['comparison'], referenceId: string): Comparison | null {
  const chosen = drawn?.towns.find(({ townId }) => townId === referenceId) ?? drawn?.towns[0];
  if (!drawn || !chosen) return null;
  const { ranks } = drawn;
  const placeOf = (id: string): number => ranks.ranks.findIndex(({ town }) => town === id);
  const shareAbove = (one: string, other: string): number => ranks.above[placeOf(one)]?.[placeOf(other)] ?? 0;
  const towns = drawn.towns.map(({ townId, score, ownScore, drawn: figure }): ComparedScore => {
    const shares = { above: shareAbove(townId, chosen.townId), below: shareAbove(chosen.townId, townId) };
    const position = shares.above >= CLEAR_SHARE ? 'above' : shares.below >= CLEAR_SHARE ? 'below' : 'same';
    return { townId, score, interval: figure.interval, ownScore, difference: score - chosen.score, shares, position };
  });
  towns.sort((a, b) => b.score - a.score);
  const reference = towns.find(({ townId }) => townId === chosen.townId);
  return reference ? { common: ranks.common, draws: ranks.draws, reference, towns } : null;
}
