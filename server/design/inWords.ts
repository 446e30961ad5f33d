import { LANGUAGES, type Language, type LocalizedText } from '../../survey-definitions/contract/index.js';
import { textsIn, type TextKey } from '../i18n/index.js';
import type { Place } from './places.js';
import type { Sayable, SayableValues } from './sayable.js';

const FIELDS = ['title', 'lead', 'text', 'hint', 'name', 'shortName', 'base'] as const;
const FRAME = ['introduction', 'townQuestion', 'declined', 'screenedOut', 'thanks'] as const;
/** A quoted wording is long enough to be recognised, not to be read. */
const QUOTED_LETTERS = 90;

/** The values of a sentence, each in the reader's language. */
export function valuesInWords(values: SayableValues, language: Language): Record<string, string | number> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, inWords(value, language)]));
}

function inWords(value: Sayable, language: Language): string | number {
  if (typeof value === 'number') return value;
  if (typeof value === 'string') return harmless(value);
  const t = textsIn(language);
  if ('word' in value) return t(value.word);
  if ('languages' in value) return value.languages.map((each) => t(`designVersions.in_${each}`)).join(', ');
  if ('textKey' in value) return fieldInWords(value.textKey, language);
  return harmless(writtenIn(value, language));
}

/** What a designer typed may hold two braces, which in a sentence of the interface would ask for a value. */
function harmless(text: string): string {
  return text.replaceAll('{{', '{ {').replaceAll('}}', '} }');
}

/** A sentence may begin with the name of a part, which is written small elsewhere. */
export function asSentence(words: string): string {
  return words.slice(0, 1).toLocaleUpperCase() + words.slice(1);
}

/** Which text of its part a text is: the question, its hint, the label of an answer … */
function fieldInWords(key: string, language: Language): string {
  const t = textsIn(language);
  const [owner = '', id = '', last = ''] = key.split('.');
  if (owner === 'scale' || owner === 'list') return t('designVersions.field_label', { code: last });
  if (owner === 'special') return t('designVersions.field_special', { code: id });
  if (owner === 'consent') return t('designVersions.field_consent', { n: Number(id) + 1 });
  const field = FIELDS.find((name) => name === last) ?? FRAME.find((name) => name === owner) ?? 'title';
  return t(`designVersions.field_${field}`);
}

/** "question sex «Your sex»": which part of a questionnaire, by its kind, its name in files and its wording. */
export function placeInWords(place: Place, name: LocalizedText | undefined, language: Language): string {
  const t = textsIn(language);
  const kind: TextKey = `designVersions.part_${place.part}`;
  if (place.part === 'questionnaire') return t(kind);
  const id = place.part === 'ending' ? String(place.at + 1) : place.part === 'text' ? place.key : place.id;
  const wording = name ? writtenIn(name, language) : '';
  if (wording === '') return `${t(kind)} ${id}`;
  return `${t(kind)} ${id} ${t('designVersions.quoted', { words: harmless(shortened(wording)) })}`;
}

/** A text in the reader's language, else in another in which it is written. */
function writtenIn(text: LocalizedText, language: Language): string {
  return [language, ...LANGUAGES].map((code) => text[code].trim()).find((words) => words !== '') ?? '';
}

function shortened(wording: string): string {
  if (wording.length <= QUOTED_LETTERS) return wording;
  return `${wording.slice(0, wording.lastIndexOf(' ', QUOTED_LETTERS)).replace(/[\s,;:–—-]+$/, '')} …`;
}
