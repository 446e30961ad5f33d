import { LANGUAGES, type Language, type LocalizedText } from '../../../../survey-definitions/contract/index.js';
import { languageNames } from '../../../i18n/index.js';

/** A column of a form: what it holds, and in which language. */
export interface Column {
  /** In lower case, words joined by `_`; columns of this platform begin with `aleuet::`. */
  field: string;
  /** Null for a column without a language; `other` for a language that the platform does not have. */
  language: Language | 'other' | null;
}

/** Other names under which programs know a column. */
const ALIASES: Record<string, string> = {
  list: 'list_name',
  relevance: 'relevant',
  caption: 'label',
  form_name: 'form_title',
  title: 'form_title',
  id_string: 'form_id',
};
/** Fields whose language older forms write after a single colon. */
const SINGLE_COLON = /^(label|caption|hint|guidance_hint|constraint_message|required_message|image|audio|video)\s*:\s*([^:]+)$/i;
const OWN = 'aleuet';

const WORDS_FOR: Record<Language, readonly string[]> = {
  kk: ['kk', 'kaz', 'kz', 'қазақша', 'қазақ', 'қазақ тілі', 'kazakh', 'казахский'],
  ru: ['ru', 'rus', 'русский', 'по-русски', 'орысша', 'russian'],
  en: ['en', 'eng', 'english', 'английский', 'ағылшынша'],
};

/** What stands in the first row of a sheet, in any usual form: `label::Русский (ru)`, `label:ru`, `Label`. */
export function columnOf(header: string): Column {
  const single = SINGLE_COLON.exec(header.trim());
  const [first = '', ...rest] = single ? single.slice(1) : header.trim().split(/\s*::\s*/);
  const name = named(first);
  const fieldParts = name === OWN || name === 'media' || name === 'bind' || name === 'body' ? 1 : 0;
  const field = [ALIASES[name] ?? name, ...rest.slice(0, fieldParts).map((part) => part.toLowerCase())].join('::');
  const language = rest.slice(fieldParts).join('::');
  return { field, language: language === '' ? null : (languageNamed(language) ?? 'other') };
}

function named(words: string): string {
  return words
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');
}

/** The language that words like "Русский (ru)", "ru-KZ" or "Kazakh" mean; null if it is none of ours. */
export function languageNamed(words: string): Language | null {
  const inBrackets = /\(([^()]*)\)\s*$/.exec(words)?.[1];
  const name = (inBrackets ?? words).trim().toLowerCase();
  const code = name.replace(/[-_].*$/, '');
  return LANGUAGES.find((language) => WORDS_FOR[language].includes(name) || WORDS_FOR[language].includes(code)) ?? null;
}

/** "Русский (ru)", as languages are named in a form. */
export function nameOfLanguage(language: Language): string {
  return `${languageNames[language]} (${language})`;
}

/** The three columns of one text, with their headers. */
export function textCells(field: string, text: LocalizedText | undefined): Record<string, string> {
  return Object.fromEntries(LANGUAGES.map((language) => [textHeader(field, language), text?.[language] ?? '']));
}

export function textHeader(field: string, language: Language): string {
  return `${field}::${nameOfLanguage(language)}`;
}

export function textHeaders(field: string): string[] {
  return LANGUAGES.map((language) => textHeader(field, language));
}
