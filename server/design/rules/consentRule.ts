import { itemsOf, type Definition } from '../../../survey-definitions/contract/index.js';

/** The item that asks whether somebody takes part. */
export const CONSENT = 'consent';

/** Who does not agree is asked nothing and leaves nothing behind: this rule is a promise to respondents and stays. */
export function isConsentRule({ when, ending }: Definition['endings'][number]): boolean {
  return ending === 'declined' && itemsOf(when).includes(CONSENT);
}
