import { isDeepStrictEqual } from 'node:util';
import type { Definition } from '../../../../survey-definitions/contract/index.js';

/** The questionnaire as it was where a form changed nothing, so that saving it is no step. */
export function unlessEqual(before: Definition, after: Definition): Definition {
  return isDeepStrictEqual(before, after) ? before : after;
}
