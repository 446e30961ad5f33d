import { unitWeights } from './unitWeights.js';

/**
 * Weights divided by their sum, by name.
 *
 * @param amounts ≥ 0 of any scale, by name
 * @returns by name, summing to 1
 * @throws ScoringError `empty`, `negative-weight`, `zero-weights`
 * @example weightsByName(new Map([['A1', 3], ['A2', 1]])) // { A1: 0.75, A2: 0.25 }
 */
export function weightsByName(amounts: ReadonlyMap<string, number>): Record<string, number> {
  const weights = unitWeights([...amounts.values()]);
  return Object.fromEntries([...amounts.keys()].map((name, at) => [name, weights[at] ?? 0]));
}
