import type { InterviewFacts } from '../matrix/interviewFacts.js';

/** From here on the answers of two waves came another way: more than one in ten would have to be moved. */
const LARGEST_SHIFT = 0.1;

/**
 * Whether the answers of two waves came in different ways (by oneself, with an interviewer, on paper, imported): half
 * the sum of the differences of their shares, which is the share of answers that came another way.
 */
export function isOtherMode(before: InterviewFacts, after: InterviewFacts): boolean {
  const origins = new Set([...before.origin, ...after.origin]);
  const shift = [...origins].reduce(
    (sum, origin) => sum + Math.abs(shareOf(before.origin, origin) - shareOf(after.origin, origin)) / 2,
    0,
  );
  return shift > LARGEST_SHIFT;
}

function shareOf(column: Uint8Array, value: number): number {
  return column.reduce((sum, each) => sum + Number(each === value), 0) / column.length;
}
