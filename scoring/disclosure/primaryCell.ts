import type { DisclosureRule } from './disclosed.js';

/** A share or a count of one code among the valid answers. */
export interface ShareCell {
  readonly count: number;
  readonly nValid: number;
}

/**
 * Whether a cell rests on too few answers to be shown.
 *
 * @param nValid valid answers in the cell
 * @source methodology §2.9a
 * @example isPrimaryCell(9, disclosureRuleFor('residents')) // true
 */
export function isPrimaryCell(nValid: number, { k }: DisclosureRule): boolean {
  return nValid < k;
}

/**
 * Whether the count of one code must be hidden: too few answers in all; among researchers also if one or two answers
 * lie on either side of it, or if all answers are this code.
 *
 * @source methodology §2.9a
 * @example isPrimaryCount({ count: 2, nValid: 20 }, disclosureRuleFor('researchers')) // true
 */
export function isPrimaryCount({ count, nValid }: ShareCell, rule: DisclosureRule): boolean {
  if (isPrimaryCell(nValid, rule)) return true;
  if (rule.population === 'residents') return false;
  const other = nValid - count;
  return isOneOrTwo(count) || isOneOrTwo(other) || other === 0;
}

/**
 * Whether a share must be hidden: as its count, and among researchers also if it is 0, since then all are known to be
 * on the other side.
 *
 * @source methodology §2.9a
 * @example isPrimaryShare({ count: 0, nValid: 20 }, disclosureRuleFor('researchers')) // true
 */
export function isPrimaryShare(cell: ShareCell, rule: DisclosureRule): boolean {
  return isPrimaryCount(cell, rule) || isPrimaryCount({ ...cell, count: cell.nValid - cell.count }, rule);
}

function isOneOrTwo(answers: number): boolean {
  return answers === 1 || answers === 2;
}
