import { LANGUAGES, type Language, type LocalizedText } from '../../../../survey-definitions/contract/index.js';
import { linesOf, plainText } from './plainText.js';
import type { Wording } from './rows.js';

/** LimeSurvey's code for each of our languages that a survey has; a variant such as `de-informal` counts as its language. */
export type CarriedLanguages = ReadonlyMap<Language, string>;

export function carriedLanguages(codes: readonly string[]): CarriedLanguages {
  return new Map(
    LANGUAGES.flatMap((language) => {
      const code = codes.find((each) => each === language) ?? codes.find((each) => each.startsWith(`${language}-`));
      return code === undefined ? [] : [[language, code] as const];
    }),
  );
}

/** A wording as plain text; empty in the languages that the survey does not have. */
export function localized(wording: Wording, languages: CarriedLanguages): LocalizedText {
  return inEach(languages, (code) => plainText(wording.get(code) ?? wording.get('') ?? ''));
}

export function isWritten(text: LocalizedText): boolean {
  return LANGUAGES.some((language) => text[language] !== '');
}

/** The paragraphs of a wording; all in one where the languages do not have the same number of them. */
export function paragraphsOf(wording: Wording, languages: CarriedLanguages): LocalizedText[] {
  const lines = new Map([...languages.values()].map((code) => [code, linesOf(wording.get(code) ?? '')]));
  const written = [...lines.values()].filter(({ length }) => length > 0);
  const [first] = written;
  if (first === undefined) return [];
  if (written.some(({ length }) => length !== first.length)) return [localized(wording, languages)];
  return first.map((_, at) => inEach(languages, (code) => lines.get(code)?.[at] ?? ''));
}

/** The question itself, and the lines before it where every language has some. */
export function questionAndLead(wording: Wording, languages: CarriedLanguages): { text: LocalizedText; lead?: LocalizedText } {
  const lines = (code: string): string[] => linesOf(wording.get(code) ?? '');
  if (![...languages.values()].every((code) => lines(code).length > 1)) return { text: localized(wording, languages) };
  return {
    text: inEach(languages, (code) => lines(code).at(-1) ?? ''),
    lead: inEach(languages, (code) => lines(code).slice(0, -1).join(' ')),
  };
}

function inEach(languages: CarriedLanguages, textIn: (code: string) => string): LocalizedText {
  const text = (language: Language): string => {
    const code = languages.get(language);
    return code === undefined ? '' : textIn(code);
  };
  return { kk: text('kk'), ru: text('ru'), en: text('en') };
}
