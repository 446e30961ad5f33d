import { LANGUAGES, letterFaults, type Directions, type LocalizedText } from '../../../survey-definitions/contract/index.js';
import { FormValuesSchema, type FormValues } from '../../accounts/index.js';
import type { FieldFault } from '../../http/fieldFault.js';
import { languageNames, type TextKey, type Texts } from '../../i18n/index.js';
import type { LinkContent } from './directionLink.js';

const LONGEST_REASON = 400;

/** A link as a form posts it: complete, or as it was typed with what is wrong. */
export type LinkReading =
  { read: true; shown: FormValues; content: LinkContent } | { read: false; shown: FormValues; faults: FieldFault[] };

/** Directions need a reason in every language; without directions there is no reason either. */
export function readLinkForm(body: unknown, { directions }: Directions, t: Texts): LinkReading {
  const shown = FormValuesSchema.parse(body);
  const chosen = [shown.directions ?? []].flat();
  const reason = Object.fromEntries(
    LANGUAGES.map((language) => [language, String([shown[`reason.${language}`] ?? ''].flat()[0]).trim()]),
  ) as LocalizedText;
  const isEmpty = LANGUAGES.every((language) => reason[language] === '');
  if (chosen.length === 0 && isEmpty) return { read: true, shown, content: { directions: [], reason: null } };
  const known = directions.map(({ id }) => id).filter((id) => chosen.includes(id));
  const faults = [
    ...(known.length === 0 || known.length < chosen.length ? [fault('directions', t('actions.error_directions'))] : []),
    ...reasonFaults(reason, t),
  ];
  return faults.length > 0 ? { read: false, shown, faults } : { read: true, shown, content: { directions: known, reason } };
}

/** What a link has in its form. */
export function linkValues(directions: readonly { id: string }[], reason: LocalizedText | null): FormValues {
  return {
    directions: directions.map(({ id }) => id),
    ...Object.fromEntries(LANGUAGES.map((language) => [`reason.${language}`, reason?.[language] ?? ''])),
  };
}

function reasonFaults(reason: LocalizedText, t: Texts): FieldFault[] {
  return LANGUAGES.flatMap((language) => {
    const key = faultOf(reason[language], language);
    return key === null ? [] : [fault(`reason.${language}`, t(key, { most: LONGEST_REASON, language: languageNames[language] }))];
  });
}

function faultOf(text: string, language: (typeof LANGUAGES)[number]): TextKey | null {
  if (text === '') return 'actions.error_reason';
  if (text.length > LONGEST_REASON) return 'actions.error_long';
  return letterFaults(text, language).length > 0 ? 'actions.error_letters' : null;
}

function fault(field: string, message: string): FieldFault {
  return { field, message };
}
