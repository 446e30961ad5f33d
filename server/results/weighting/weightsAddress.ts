import { keyOf, marginName } from './weighting.js';
import type { Place } from './weighting.repository.js';

/** Addresses of the weights of a wave in a town; every one of them names the town. */
export interface WeightsAddress {
  /** The page itself, or a deed on it. */
  page(deed?: 'margin' | 'adjustment' | 'merge' | 'separate' | 'remove' | 'import' | 'margins.csv' | 'template.csv'): string;
  ofMargin(deed: 'margin' | 'remove', variables: readonly string[]): string;
  ofMerge(variables: readonly string[], codes: readonly number[], into: readonly number[]): string;
  ofSeparation(variables: readonly string[], codes: readonly number[]): string;
}

export function weightsAddress({ wave, townId }: Place): WeightsAddress {
  const at = (deed: string, query: Record<string, string> = {}): string =>
    `/results/waves/${wave}/weights${deed}?${new URLSearchParams({ town: townId, ...query }).toString()}`;
  return {
    page: (deed) => at(deed === undefined ? '' : `/${deed}`),
    ofMargin: (deed, variables) => at(`/${deed}`, { variables: marginName(variables) }),
    ofMerge: (variables, codes, into) =>
      at('/merge', { variables: marginName(variables), codes: keyOf(codes), into: keyOf(into) }),
    ofSeparation: (variables, codes) => at('/separate', { variables: marginName(variables), codes: keyOf(codes) }),
  };
}
