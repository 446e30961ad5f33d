import type { SPECIAL } from '../../survey-definitions/contract/index.js';

/** The contract's special codes; the compiler refuses any drift. Every negative code is missing for scoring. */
export const SPECIAL_CODES: typeof SPECIAL = { hardToSay: -1, refused: -2, notApplicable: -3, notAsked: -4, missing: -5 };

/** A refusal or "hard to say": what counts as item non-response among those asked. */
export function isNonResponse(code: number): boolean {
  return code === SPECIAL_CODES.hardToSay || code === SPECIAL_CODES.refused;
}
