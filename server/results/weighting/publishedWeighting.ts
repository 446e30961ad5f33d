import { z } from 'zod';
import { roundTo } from '../../../scoring/index.js';
import { AdjustmentSchema, MarginSchema } from './weighting.js';
import type { WeightingAccount } from './usedWeights.js';

/** What a release says of the weights behind its figures. Whoever took part cannot be counted from it. */
export const PublishedWeightingSchema = z.object({
  adjustment: AdjustmentSchema,
  margins: z.array(MarginSchema),
  /** Clipping changed a weight: intervals are wider than they need to be. */
  conservative: z.boolean(),
  /** Kish's; null where exact counts may not be printed. */
  designEffect: z.number().nullable(),
  /** Largest distance of a weighted share from the population's, 0–1; null where exact counts may not be printed. */
  largestMiss: z.number().nullable(),
  /** Indicators whose figure still stands from an earlier release, each with the adjustment of that time. */
  standing: z.record(z.string(), AdjustmentSchema),
});
export type PublishedWeighting = z.infer<typeof PublishedWeightingSchema>;

/** With two decimals: more would tell how the respondents are made up. */
const DECIMALS = 2;

export interface WeightingDisclosure {
  /** Whether exact counts of this wave may be printed. */
  exact: boolean;
  /** Indicators that keep the figure of the last release. */
  kept: readonly string[];
  /** What the last release said; undefined where it was unweighted, or where there was none. */
  previous: PublishedWeighting | undefined;
}

/** Undefined where every figure of a release is unweighted. */
export function publishedWeightingFrom(
  account: WeightingAccount | null,
  { exact, kept, previous }: WeightingDisclosure,
): PublishedWeighting | undefined {
  const adjustment = account?.kind ?? 'none';
  const standing = Object.fromEntries(
    kept
      .map((code) => [code, previous?.standing[code] ?? previous?.adjustment ?? 'none'] as const)
      .filter(([, then]) => then !== adjustment),
  );
  if (account === null && Object.keys(standing).length === 0) return undefined;
  return {
    adjustment,
    margins: [...(account?.margins ?? [])],
    conservative: account?.conservative ?? false,
    designEffect: exact && account ? roundTo(account.summary.designEffect, DECIMALS) : null,
    largestMiss: exact && account ? roundTo(largestMissOf(account), DECIMALS) : null,
    standing,
  };
}

/** The adjustment behind a published figure. */
export function adjustmentOf(weighting: PublishedWeighting | undefined, code: string): PublishedWeighting['adjustment'] {
  return weighting?.standing[code] ?? weighting?.adjustment ?? 'none';
}

function largestMissOf({ movements }: WeightingAccount): number {
  return Math.max(0, ...movements.map((movement) => movement.largestMiss));
}
