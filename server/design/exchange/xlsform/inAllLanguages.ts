import { LANGUAGES, type LocalizedText } from '../../../../survey-definitions/contract/index.js';
import { textsIn, type TextKey } from '../../../i18n/index.js';

/** A text of the interface as a text of a questionnaire. */
export function inAllLanguages(key: TextKey): LocalizedText {
  const [kk = '', ru = '', en = ''] = LANGUAGES.map((language) => textsIn(language)(key));
  return { kk, ru, en };
}
