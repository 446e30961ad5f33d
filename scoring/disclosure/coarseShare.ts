import type { Interval } from '../statistics/interval.js';
import { isRevealingDifference } from './overlappingSets.js';

/** Per cent; each a share of a whole that readers know. */
const STEPS = [1, 2, 5, 10, 20, 25, 50, 100];

/**
 * How finely shares may be printed, in per cent. Where the exact number of valid answers is hidden, finer ones would
 * tell it: 1 of 57 prints as 1.8 %, 1 of 58 as 1.7 %. With this step every number of answers that "n ≥ …" leaves open
 * could have given the printed shares.
 *
 * @param counts valid answers, and those asked
 * @param k threshold of the disclosure rule
 * @returns null where the number of valid answers is no secret
 * @source methodology §2.9e
 * @example shareStepFor({ nValid: 57, nEligible: 60 }, 10) // 2: fifty answers or more
 */
export function shareStepFor({ nValid, nEligible }: { nValid: number; nEligible: number }, k: number): number | null {
  if (!isRevealingDifference(nEligible - nValid, k)) return null;
  const atLeast = Math.floor(nValid / k) * k;
  return STEPS.find((step) => step >= 100 / atLeast) ?? 100;
}

/**
 * A share on its step.
 *
 * @param share 0–1
 * @param step in per cent; null = as it is
 * @example coarseShare(1 / 57, 2) // 0.02
 */
export function coarseShare(share: number, step: number | null): number {
  return step === null ? share : (Math.round((100 * share) / step) * step) / 100;
}

/**
 * The interval of a share, widened to steps.
 *
 * @example coarseShareInterval({ lower: 0.013, upper: 0.051 }, 2) // { lower: 0, upper: 0.06 }
 */
export function coarseShareInterval({ lower, upper }: Interval, step: number | null): Interval {
  if (step === null) return { lower, upper };
  return {
    lower: (Math.floor((100 * lower) / step) * step) / 100,
    upper: Math.min(1, (Math.ceil((100 * upper) / step) * step) / 100),
  };
}
