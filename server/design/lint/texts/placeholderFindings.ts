import { LANGUAGES, PLACEHOLDERS, placeholdersIn } from '../../../../survey-definitions/contract/index.js';
import { error } from '../finding.js';
import type { Check } from '../reading.js';

/** Placeholders that nothing fills, or that one language has and another lacks. */
export const placeholderFindings: Check = ({ texts }) =>
  texts.flatMap(({ key, text }) => {
    if (!LANGUAGES.some((language) => text[language].includes('{'))) return [];
    const place = { part: 'text', key } as const;
    const field = { textKey: key };
    const named = LANGUAGES.map((language) => placeholdersIn(text[language]));
    const unknown = [...new Set(named.flat())].filter((name) => !(PLACEHOLDERS as readonly string[]).includes(name));
    if (unknown.length > 0)
      return unknown.map((name) =>
        error('placeholder_unknown', place, { name: `{${name}}`, field, known: PLACEHOLDERS.join(', ') }),
      );
    const written = LANGUAGES.filter((language) => text[language].trim() !== '');
    const sets = new Set(written.map((language) => placeholdersIn(text[language]).toSorted().join()));
    return sets.size > 1 ? [error('placeholder_differs', place, { field })] : [];
  });
