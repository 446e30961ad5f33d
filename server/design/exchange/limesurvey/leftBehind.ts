import { placeholdersIn, PLACEHOLDERS } from '../../../../survey-definitions/contract/index.js';
import type { ImportNote } from '../importResult.js';
import { settingOf } from './carrier.js';
import type { LssQuestion } from './questions.js';
import type { Wording } from './rows.js';

/** Settings that change what is asked or accepted; all others are about looks. */
const SETTINGS = [
  ...['preg', 'em_validation_q', 'em_validation_sq', 'array_filter', 'array_filter_exclude', 'exclude_all_others'],
  ...['min_answers', 'equals_num_value', 'min_num_value', 'max_num_value', 'random_group', 'time_limit', 'prefix', 'suffix'],
];
const MEDIA = /<(?:img|video|audio|iframe|object|embed|svg|a)\b/i;
const EXPRESSION = /\{[^\s{}][^{}]*\}/g;

type Note = (kind: ImportNote['kind'], values?: ImportNote['values']) => void;

/** What of a question stays behind although the question itself is carried. */
export function noteLeftBehind(question: LssQuestion, hasRows: boolean, note: Note): void {
  const settings = SETTINGS.filter((name) => settingOf(question, name) !== '');
  const isShuffled = settingOf(question, 'random_order') === '1' && !hasRows;
  const names = [...settings, ...(isShuffled ? ['random_order'] : [])];
  if (names.length > 0) note('lss_settings', { names: names.join(', ') });
  const texts = [question.text, question.help, ...[...question.subquestions, ...question.answers].map(({ text }) => text)];
  noteInsertions(texts, note);
}

/** Pictures and links in texts, and what LimeSurvey would write in place of `{…}`. */
export function noteInsertions(texts: readonly Wording[], note: Note): void {
  const words = texts.flatMap((text) => [...text.values()]);
  if (words.some((text) => MEDIA.test(text))) note('lss_media');
  const insertions = words.flatMap((text) => text.match(EXPRESSION) ?? []).filter((inserted) => !isOurs(inserted));
  if (insertions.length > 0) note('lss_insertion', { text: [...new Set(insertions)].slice(0, 3).join(' ').slice(0, 120) });
}

function isOurs(inserted: string): boolean {
  return placeholdersIn(inserted).some((name) => (PLACEHOLDERS as readonly string[]).includes(name));
}
