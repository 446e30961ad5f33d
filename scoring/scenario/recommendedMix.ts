import type { ScenarioMarks } from './scenarioMarks.js';

/** How much of a recommended mix a scenario has, in per cent of the whole. */
export interface MixShare {
  readonly scenario: string;
  readonly share: number;
}

export type RecommendedMix =
  | { readonly state: 'mixed'; readonly shares: readonly MixShare[] }
  | { readonly state: 'missing'; readonly reason: 'missing-indicators' | 'no-marks' };

/**
 * Scenarios in a recommended mix, in proportion to their marks in per cent of the maxima, greatest first; with equal
 * shares the order of the method decides, and scenarios without marks are left out. The paper names no mix: this one
 * only says in one line how far each scenario is supported.
 *
 * @param marks of a town
 * @source methodology §6, marks in per cent of their maxima
 * @example recommendedMixFrom(marks).shares // [{ scenario: 'diversification', share: 38.8 }, { scenario: 'innovative', share: 35.3 }, …]
 */
export function recommendedMixFrom(marks: ScenarioMarks): RecommendedMix {
  if (marks.state === 'missing') return { state: 'missing', reason: 'missing-indicators' };
  const total = marks.marks.reduce((sum, { percent }) => sum + percent, 0);
  if (total === 0) return { state: 'missing', reason: 'no-marks' };
  const shares = marks.marks
    .filter(({ mark }) => mark > 0)
    .map(({ scenario, percent }) => ({ scenario, share: (100 * percent) / total }));
  return { state: 'mixed', shares: shares.sort((a, b) => b.share - a.share) };
}
