import { LANGUAGES, optionsOf, type Definition, type Item } from '../../../../survey-definitions/contract/index.js';
import { hint } from '../finding.js';
import { ownerOfText } from '../../ownerOfText.js';
import type { Check } from '../reading.js';

/** Silent reading on a phone, all languages taken together. */
const WORDS_PER_SECOND = 3;
/** To think, to tap and to wait for the next question. */
const SECONDS_PER_ITEM = {
  single: 4,
  scale: 5,
  multiple: 6,
  ranking: 8,
  integer: 6,
  decimal: 8,
  date: 10,
  text: 25,
  note: 1,
} as const;
const SECONDS_PER_RANK = 4;
/** Of the items behind a condition about half are met. */
const SHARE_BEHIND_A_CONDITION = 0.5;
/** The estimate is rough: it speaks only where it is this many times off. */
const FAR_OFF = 1.6;

/**
 * Minutes to answer, as a rule of thumb: the words of the introduction, the consent and the items at a reading speed, and a
 * time for each answer by the type of its item. The words are the mean of the three languages.
 *
 * @example minutesToAnswer(residents) // about 10
 */
export function minutesToAnswer(draft: Definition): number {
  const items = draft.sections.flatMap((section) => section.items);
  const frame = [draft.introduction, ...draft.consent];
  const seconds = wordsIn(frame) / WORDS_PER_SECOND + items.reduce((sum, item) => sum + secondsFor(item, draft), 0);
  return seconds / 60;
}

export const minutesFinding: Check = ({ draft }) => {
  const minutes = Math.max(1, Math.round(minutesToAnswer(draft)));
  const isFarOff = minutes > draft.minutes * FAR_OFF || draft.minutes > minutes * FAR_OFF;
  return isFarOff && draft.sections.some(({ items }) => items.length > 0)
    ? [hint('minutes_far_off', ownerOfText('title'), { estimate: minutes, minutes: draft.minutes })]
    : [];
};

function secondsFor(item: Item, draft: Definition): number {
  const options = optionsOf(draft, item);
  const texts = [item.lead, item.text, item.hint, ...options.map(({ label }) => label)].filter((text) => text !== undefined);
  const ranking = item.type === 'ranking' ? options.length * SECONDS_PER_RANK : 0;
  const seconds = wordsIn(texts) / WORDS_PER_SECOND + SECONDS_PER_ITEM[item.type] + ranking;
  return item.when === undefined ? seconds : seconds * SHARE_BEHIND_A_CONDITION;
}

function wordsIn(texts: readonly Record<(typeof LANGUAGES)[number], string>[]): number {
  const count = (words: string) => (words === '' ? 0 : words.split(' ').length);
  return texts.reduce(
    (sum, text) => sum + LANGUAGES.reduce((all, language) => all + count(text[language]), 0) / LANGUAGES.length,
    0,
  );
}
