import { LANGUAGES, textsIn, type LocalizedText, type TextKey } from '../../i18n/index.js';

/** An interface text in all languages, for labels that stand beside those of a questionnaire. */
export function localized(key: TextKey): LocalizedText {
  const [kk, ru, en] = LANGUAGES.map((language) => textsIn(language)(key));
  return { kk: kk ?? key, ru: ru ?? key, en: en ?? key };
}
