import type { CodeDistribution } from '../estimates/codeDistribution.js';
import type { SatisfiedShare } from '../estimates/satisfiedShare.js';
import type { Interval } from '../statistics/interval.js';
import { coarseShare, coarseShareInterval, shareStepFor } from './coarseShare.js';
import { suppressedCodesFrom } from './complementarySuppression.js';
import { published, SUPPRESSED, type Disclosed, type DisclosureRule } from './disclosed.js';
import { isPrimaryCell, isPrimaryCount, isPrimaryShare } from './primaryCell.js';
import { publishedCountsFrom, type PublishedCounts } from './publishedCounts.js';

export interface PublishedShare {
  /** 0–1. */
  readonly share: number;
  readonly interval: Interval;
  readonly counts: PublishedCounts;
}

/** Shares by code, 0–1. Counts are left out: together they would tell the exact number of answers. */
export interface PublishedDistribution {
  readonly cells: readonly { readonly code: number; readonly share: Disclosed<number> }[];
}

/** The answers to one item as they may leave the staff's analysis area. */
export interface DisclosedItem {
  readonly distribution: Disclosed<PublishedDistribution>;
  readonly satisfied: Disclosed<PublishedShare>;
}

/**
 * Distribution and share of satisfied of one item, hidden so that neither gives the other away. The number of valid
 * answers is the distribution's published total; the satisfied share is a published subtotal of it, and is hidden
 * itself where it would narrow hidden cells down to one, or to fewer than k answers, on either side. Where the number of
 * answers is hidden, shares stand on steps that do not tell it.
 *
 * @param distribution of the item over all its codes
 * @param satisfied of the same item and domain
 * @param topCodes the codes counted as satisfied
 * @source methodology §2.9 a, b, e
 * @example disclosedItemFrom(distribution, satisfied, [4, 5], disclosureRuleFor('researchers'))
 */
export function disclosedItemFrom(
  distribution: CodeDistribution,
  satisfied: SatisfiedShare,
  topCodes: readonly number[],
  rule: DisclosureRule,
): DisclosedItem {
  const { nValid, cells } = distribution;
  if (isPrimaryCell(nValid, rule)) return { distribution: SUPPRESSED, satisfied: SUPPRESSED };
  const allTheSame = cells.some(({ count }) => count === nValid);
  const table = cells.map(({ code, count }) => ({
    code,
    answers: count,
    primary: (rule.population === 'researchers' && allTheSame) || isPrimaryCount({ count, nValid }, rule),
  }));
  const hidden = suppressedCodesFrom(table, rule.k);
  const step = shareStepFor(distribution, rule.k);
  const shares = cells.map(({ code, share }) => ({
    code,
    share: hidden.has(code) ? SUPPRESSED : published(coarseShare(share, step), nValid, rule),
  }));
  const sides = [table.filter(({ code }) => topCodes.includes(code)), table.filter(({ code }) => !topCodes.includes(code))];
  const staysHidden = sides.every((side) => {
    const hiddenHere = side.filter(({ code }) => hidden.has(code));
    return (
      hiddenHere.length === 0 || (hiddenHere.length > 1 && hiddenHere.reduce((sum, cell) => sum + cell.answers, 0) >= rule.k)
    );
  });
  return {
    distribution: published({ cells: shares }, nValid, rule),
    satisfied: staysHidden ? disclosedShareFrom(satisfied, rule, step) : SUPPRESSED,
  };
}

function disclosedShareFrom(satisfied: SatisfiedShare, rule: DisclosureRule, step: number | null): Disclosed<PublishedShare> {
  if (satisfied.state === 'missing') return { state: 'missing', reason: satisfied.reason };
  if (isPrimaryShare(satisfied, rule)) return SUPPRESSED;
  const share = coarseShare(satisfied.share, step);
  const interval = coarseShareInterval(satisfied.interval, step);
  return published({ share, interval, counts: publishedCountsFrom(satisfied, rule.k) }, satisfied.nValid, rule);
}
