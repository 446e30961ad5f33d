import {
  townWeightsFrom,
  weightsAmongAll,
  type DataColumns,
  type PlacedWeights,
  type ShareMargin,
  type TownWeights,
  type WeightingKind,
} from '../../../scoring/index.js';
import { sampleMarginsFrom } from './sampleMargins.js';
import type { Margin, WeightingContent } from './weighting.js';
import { weightingFaultFrom, type WeightingFault } from './weightingFault.js';

/** What weighting did, without the weights of single respondents. */
export interface WeightingAccount extends Omit<TownWeights, 'weights' | 'adjustment' | 'margins'> {
  readonly kind: WeightingKind;
  readonly margins: readonly Margin[];
  /** By margin, in the same order; codes are places in the margin. */
  readonly movements: TownWeights['margins'];
  /** Clipping changed a weight, so that variances are computed as if the margins were not known. */
  readonly conservative: boolean;
}

/** The weights of a wave in a town, or why there are none. */
export type UsedWeights =
  | { readonly state: 'unweighted' }
  | { readonly state: 'weighted'; readonly placed: PlacedWeights; readonly account: WeightingAccount }
  | { readonly state: 'fault'; readonly fault: WeightingFault };

/** Whose answers the margins speak of: the headline population without the excluded responses. */
export interface WeightedPeople {
  population: string;
  excludedFlags: readonly string[];
}

/**
 * Weights of the respondents of a wave in a town. A margin tells of the headline population; whoever is outside of it,
 * or excluded, keeps the weight 1.
 */
export function usedWeightsFrom(columns: DataColumns, weighting: WeightingContent | null, people: WeightedPeople): UsedWeights {
  if (weighting === null || weighting.adjustment === 'none' || weighting.margins.length === 0) return { state: 'unweighted' };
  const { adjustment: kind, margins } = weighting;
  if (kind === 'post-stratification' && margins.length > 1) return { state: 'fault', fault: { code: 'one-margin-only' } };
  const members = membersIn(columns, people);
  const rows = Int32Array.from(members.keys()).filter((row) => members[row] === 1);
  if (rows.length === 0) return { state: 'fault', fault: { code: 'no-respondents' } };
  try {
    const sample = sampleMarginsFrom(columns, margins, rows);
    if ('fault' in sample) return { state: 'fault', fault: sample.fault };
    const weights = townWeightsFrom(rows.length, sample.margins, kind);
    return { state: 'weighted', placed: weightsAmongAll(weights, members), account: accountOf(weights, kind, margins) };
  } catch (error) {
    return { state: 'fault', fault: weightingFaultFrom(error, margins) };
  }
}

/** The margins beside the respondents, for a look at their categories; null where they do not fit. */
export function lookedAtMargins(columns: DataColumns, margins: readonly Margin[], people: WeightedPeople): ShareMargin[] | null {
  const members = membersIn(columns, people);
  try {
    const rows = Int32Array.from(members.keys()).filter((row) => members[row] === 1);
    const sample = sampleMarginsFrom(columns, margins, rows);
    return 'margins' in sample ? sample.margins : null;
  } catch (error) {
    weightingFaultFrom(error, margins);
    return null;
  }
}

function membersIn({ rows, populations, flags }: DataColumns, { population, excludedFlags }: WeightedPeople): Uint8Array {
  const belongs = populations[population];
  return Uint8Array.from({ length: rows }, (_, row) =>
    belongs?.[row] === 1 && excludedFlags.every((flag) => flags[flag]?.[row] !== 1) ? 1 : 0,
  );
}

function accountOf(weights: TownWeights, kind: WeightingKind, margins: readonly Margin[]): WeightingAccount {
  const { iterations, rounds, clipped, summary, margins: movements, adjustment } = weights;
  return { kind, margins, movements, iterations, rounds, clipped, summary, conservative: adjustment === undefined };
}
