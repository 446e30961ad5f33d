import { LANGUAGES, type LocalizedText } from '../../../survey-definitions/contract/index.js';
import type { FormValues } from '../../accounts/index.js';

/** One value of a form, without blanks at its ends; empty where it was not sent. */
export function valueIn(values: FormValues, name: string): string {
  return ([values[name] ?? ''].flat()[0] ?? '').trim();
}

/** All ticked boxes of one name. */
export function tickedIn(values: FormValues, name: string): string[] {
  return [values[name] ?? []].flat();
}

/** A text in three languages from the fields `<name>.kk` …; a text is one paragraph, wherever its lines were broken. */
export function textFrom(values: FormValues, name: string): LocalizedText {
  const paragraph = (language: string): string => valueIn(values, `${name}.${language}`).replace(/[ \t]*\r?\n\s*/g, ' ');
  return { kk: paragraph('kk'), ru: paragraph('ru'), en: paragraph('en') };
}

/** The same where the text may be left out: undefined if it is empty in every language. */
export function optionalTextFrom(values: FormValues, name: string): LocalizedText | undefined {
  const text = textFrom(values, name);
  return LANGUAGES.some((language) => text[language] !== '') ? text : undefined;
}

/** The fields that show a text. */
export function textValues(name: string, text: LocalizedText | undefined): FormValues {
  return Object.fromEntries(LANGUAGES.map((language) => [`${name}.${language}`, text?.[language] ?? '']));
}
