import { LANGUAGES } from '../../../survey-definitions/contract/index.js';
import type { FieldGroup, fieldsOf } from '../../accounts/index.js';
import { languageNames } from '../../i18n/index.js';

/** One text in three languages, side by side. */
export function languageFields(
  { text }: ReturnType<typeof fieldsOf>,
  name: string,
  label: string,
  { hint = null, rows = null }: { hint?: string | null; rows?: number | null } = {},
): FieldGroup {
  return {
    kind: 'group',
    label,
    hint,
    fields: LANGUAGES.map((code) => text(`${name}.${code}`, languageNames[code], { lang: code, rows })),
  };
}
