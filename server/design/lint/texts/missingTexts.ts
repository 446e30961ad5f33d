import { LANGUAGES } from '../../../../survey-definitions/contract/index.js';
import { error } from '../finding.js';
import { ownerOfText } from '../../ownerOfText.js';
import type { Check } from '../reading.js';

/** Texts that are not written yet, and texts that one language has and another lacks. */
export const missingTexts: Check = ({ texts }) =>
  texts.flatMap(({ key, text }) => {
    const languages = LANGUAGES.filter((language) => text[language].trim() === '');
    if (languages.length === 0) return [];
    const field = { textKey: key };
    return languages.length === LANGUAGES.length
      ? [error('text_unwritten', ownerOfText(key), { field })]
      : [error('text_missing', { part: 'text', key }, { field, languages: { languages } })];
  });
