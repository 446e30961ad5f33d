import { LANGUAGES, type Language } from '../../../../survey-definitions/contract/index.js';
import { textsIn } from '../../../i18n/index.js';
import { TEXT_STATES, type TextState } from '../textStates.js';

/** The columns of a file for translators, in their order. */
export const COLUMNS = [
  'key',
  'part',
  'context',
  'kk',
  'kk_status',
  'ru',
  'ru_status',
  'en',
  'en_status',
  'note',
  'exported',
] as const;
export type Column = (typeof COLUMNS)[number];

/** Those are for the reader only: whatever stands in them is not taken over. */
const EXPLAINING: readonly Column[] = ['part', 'context', 'note'];
export const NEEDED_COLUMNS = COLUMNS.filter((column) => !EXPLAINING.includes(column));

export function statusColumn(language: Language): Column {
  return `${language}_status`;
}

/** How a file says how far a text has come. */
export const STATE_WORDS: Record<TextState, string> = {
  draft: 'draft',
  reviewed: 'reviewed',
  backTranslated: 'back-translated',
};

/** Understands the words of files and those of the pages in every language; undefined for anything else. */
export function stateFrom(cell: string): TextState | undefined {
  const word = cell.trim().toLowerCase();
  const words = (state: TextState) => [
    STATE_WORDS[state],
    ...LANGUAGES.map((language) => textsIn(language)(`designTranslation.state_${state}`).toLowerCase()),
  ];
  return TEXT_STATES.find((state) => words(state).includes(word));
}
