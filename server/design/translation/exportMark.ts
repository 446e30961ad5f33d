import { createHash } from 'node:crypto';
import { LANGUAGES, type Language, type LocalizedText } from '../../../survey-definitions/contract/index.js';
import { cleanText } from './cleanText.js';
import { TEXT_STATES, type TextState } from './textStates.js';

/** What a text was when it left, in a file or on a page: which draft, which revision, and of each language a print and a state. */
export interface ExportMark {
  questionnaire: string;
  revision: number;
  prints: Record<Language, string>;
  states: Record<Language, TextState>;
}

const LETTERS: Record<TextState, string> = { draft: 'd', reviewed: 'r', backTranslated: 'b' };
const PRINT_LENGTH = 10;
const MARK = new RegExp(`^([a-z][a-z0-9_]*)/([0-9]+)${`:([0-9a-f]{${PRINT_LENGTH}})([drb])`.repeat(LANGUAGES.length)}$`);

/**
 * A print of a text, by which it is known again. It names the key and the language too, so that cells that slipped into
 * another row or column are not taken for what was there.
 */
export function printOf(key: string, language: Language, text: string): string {
  const hash = createHash('sha256').update(JSON.stringify([key, language, cleanText(text)]));
  return hash.digest('hex').slice(0, PRINT_LENGTH);
}

export function writtenMark(
  { questionnaire, revision }: Pick<ExportMark, 'questionnaire' | 'revision'>,
  { key, text, states }: { key: string; text: LocalizedText; states: Record<Language, TextState> },
): string {
  const parts = LANGUAGES.map((language) => `:${printOf(key, language, text[language])}${LETTERS[states[language]]}`);
  return `${questionnaire}/${revision}${parts.join('')}`;
}

/** Null if the cell is no mark. */
export function parseMark(cell: string): ExportMark | null {
  const [, questionnaire, revision, ...parts] = MARK.exec(cell.trim()) ?? [];
  if (questionnaire === undefined) return null;
  const stateOf = (letter: string | undefined) => TEXT_STATES.find((state) => LETTERS[state] === letter) ?? 'draft';
  const [kk, kkState, ru, ruState, en, enState] = parts;
  return {
    questionnaire,
    revision: Number(revision),
    prints: { kk: kk ?? '', ru: ru ?? '', en: en ?? '' },
    states: { kk: stateOf(kkState), ru: stateOf(ruState), en: stateOf(enState) },
  };
}
