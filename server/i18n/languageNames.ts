import type { Language } from '../../survey-definitions/contract/index.js';

/** Each language in its own name, as the language switch shows it. */
export const languageNames: Readonly<Record<Language, string>> = { kk: 'Қазақша', ru: 'Русский', en: 'English' };
