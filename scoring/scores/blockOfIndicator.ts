import type { MethodIndicator } from '../../survey-definitions/contract/index.js';

/**
 * The block that an indicator belongs to: the one that is named, else the letter of its code.
 *
 * @param indicator of a method
 * @source methodology, "Words"
 * @example blockOfIndicator({ code: 'E1', block: 'D' }) // 'D'
 */
export function blockOfIndicator({ code, block }: Pick<MethodIndicator, 'code' | 'block'>): string {
  return block ?? code.slice(0, 1);
}
