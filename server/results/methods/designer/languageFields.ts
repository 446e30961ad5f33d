import type { FieldGroup } from '../../../accounts/index.js';
import { LANGUAGES, languageNames, type LocalizedText } from '../../../i18n/index.js';
import type { FieldMaker } from './section.js';

/** One text in three languages, as a group of fields. */
export function languageFields(make: FieldMaker, name: string, label: string, options: LanguageFieldOptions = {}): FieldGroup {
  const { hint = null, rows = null } = options;
  const fields = LANGUAGES.map((each) => make.text(`${name}.${each}`, languageNames[each], { lang: each, rows }));
  return { kind: 'group', label, hint, fields };
}

interface LanguageFieldOptions {
  hint?: string;
  rows?: number;
}

/** The values of such a group. */
export function languageValues(name: string, text: LocalizedText | undefined): Record<string, string> {
  return Object.fromEntries(LANGUAGES.map((each) => [`${name}.${each}`, text?.[each] ?? '']));
}
