import type { Method } from '../../survey-definitions/contract/index.js';

/**
 * Implied weights: the product of the weights down the tree, of the whole method or of the indicators present.
 *
 * @param method equal weights at every level
 * @param present codes that count; absent = all indicators of the method
 * @returns by indicator code, summing to 1 if every block has a present indicator
 * @source methodology §4.14
 * @example impliedWeightsFrom(zhezkazgan2020).A1 // 1/28
 */
export function impliedWeightsFrom(
  method: Pick<Method, 'indicators' | 'blocks' | 'subIndices'>,
  present: readonly string[] = method.indicators.map(({ code }) => code),
): Record<string, number> {
  return Object.fromEntries(
    method.subIndices.flatMap((subIndex) =>
      subIndex.blocks.flatMap((block) => {
        const codes = present.filter((code) => code.startsWith(block));
        return codes.map((code) => [code, 1 / method.subIndices.length / subIndex.blocks.length / codes.length]);
      }),
    ),
  );
}
