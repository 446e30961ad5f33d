/** From here on a change is told from none, over the whole family of tests. */
export const CHANGE_LEVEL = 0.05;

export type ChangeVerdict = 'higher' | 'lower' | 'no-detectable-change';

/**
 * What may be said of a change.
 *
 * @param difference later minus earlier
 * @param adjustedPValue over the family that the test belongs to
 * @source methodology §5.22
 * @example verdictOf(4, 0.2) // 'no-detectable-change'
 */
export function verdictOf(difference: number, adjustedPValue: number): ChangeVerdict {
  if (adjustedPValue >= CHANGE_LEVEL) return 'no-detectable-change';
  return difference > 0 ? 'higher' : 'lower';
}
