import { fullWording, LANGUAGES, type LocalizedText } from '../../../../survey-definitions/contract/index.js';
import { warning, type Finding } from '../finding.js';
import type { Place } from '../../places.js';
import type { Check } from '../reading.js';

/** SPSS counts bytes of UTF-8, two for a Cyrillic letter. Names of variables (64) are always shorter: ids have at most 41 letters. */
const VARIABLE_LABEL_BYTES = 255;
const VALUE_LABEL_BYTES = 120;

/** Wordings that SPSS would cut: one warning for each item, and for each scale or list. */
export const labelLimits: Check = ({ draft, items }) => [
  ...items
    .filter(({ type }) => type !== 'note')
    .flatMap((item) => {
      const languages = languagesOver(fullWording(item), VARIABLE_LABEL_BYTES);
      const place = { part: 'item', id: item.id } as const;
      return languages.length === 0
        ? []
        : [warning('label_cut', place, { languages: { languages }, limit: VARIABLE_LABEL_BYTES })];
    }),
  ...draft.scales.flatMap(({ id, options }) => ofOptions({ part: 'scale', id }, options)),
  ...draft.lists.flatMap(({ id, options }) => ofOptions({ part: 'list', id }, options)),
];

function ofOptions(place: Place, options: readonly { code: number; label?: LocalizedText | undefined }[]): Finding[] {
  const cut = options.filter(({ label }) => label && languagesOver(label, VALUE_LABEL_BYTES).length > 0);
  if (cut.length === 0) return [];
  const languages = LANGUAGES.filter((language) =>
    cut.some(({ label }) => label && bytesOf(label[language]) > VALUE_LABEL_BYTES),
  );
  const codes = cut.map(({ code }) => code).join(', ');
  return [warning('value_label_cut', place, { codes, languages: { languages }, limit: VALUE_LABEL_BYTES })];
}

function languagesOver(text: LocalizedText, limit: number) {
  return LANGUAGES.filter((language) => bytesOf(text[language]) > limit);
}

function bytesOf(text: string): number {
  return Buffer.byteLength(text, 'utf8');
}
