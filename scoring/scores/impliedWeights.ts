import type { Method } from '../../survey-definitions/contract/index.js';
import { unitWeights } from '../composite/unitWeights.js';
import { blockOfIndicator } from './blockOfIndicator.js';
import { weightOf, type StepRule } from './treeStep.js';

/**
 * Implied weights: the product of the weights down the tree, of the whole method or of the indicators present. For an
 * ordered weighted average they are the importance weights, before places are weighed.
 *
 * @param method weights at every level
 * @param present codes that count; absent = all indicators of the method
 * @returns by indicator code, summing to 1 if every block has a present indicator
 * @throws ScoringError `zero-weights` where no present indicator of a block weighs anything
 * @source methodology §4.14
 * @example impliedWeightsFrom(zhezkazgan2020).A1 // 1/28
 */
export function impliedWeightsFrom(
  method: Pick<Method, 'indicators' | 'blocks' | 'subIndices' | 'integral'>,
  present: readonly string[] = method.indicators.map(({ code }) => code),
): Record<string, number> {
  const subIndexShares = sharesOf(
    method.subIndices.map(({ id }) => id),
    method.integral,
  );
  return Object.fromEntries(
    method.subIndices.flatMap((subIndex) => {
      const blockShares = sharesOf(subIndex.blocks, subIndex);
      return method.blocks.flatMap((block) => {
        const above = (subIndexShares.get(subIndex.id) ?? 0) * (blockShares.get(block.id) ?? 0);
        const codes = method.indicators.filter((indicator) => blockOfIndicator(indicator) === block.id).map(({ code }) => code);
        if (!blockShares.has(block.id)) return [];
        const shares = sharesOf(
          codes.filter((code) => present.includes(code)),
          block,
        );
        return [...shares].map(([code, share]) => [code, above * share] as const);
      });
    }),
  );
}

/** Weights of the members of a step, summing to 1. */
function sharesOf(members: readonly string[], { weights }: Pick<StepRule, 'weights'>): Map<string, number> {
  if (members.length === 0) return new Map();
  const shares = unitWeights(members.map((member) => weightOf(weights, member)));
  return new Map(members.map((member, at) => [member, shares[at] ?? 0]));
}
