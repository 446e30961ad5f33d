import { LANGUAGES, type KeyedText, type Language } from '../../../survey-definitions/contract/index.js';
import { cleanText } from './cleanText.js';
import { isWritten } from './completeness.js';
import type { TextGroup } from './textGroups.js';
import type { StateOf } from './textStates.js';
import type { TextChoice } from './translation.requests.js';

const PAGE_TEXTS = 50;
/** Names of fields, statuses and what else a form sends for one text. */
const FRAME_BYTES = 500;

/** The languages that a translator writes in. */
export function targetsOf({ language }: Pick<TextChoice, 'language'>): readonly Language[] {
  return language === 'all' ? LANGUAGES : [language];
}

/** The groups with those of their texts that were asked for. */
export function chosenGroups(groups: readonly TextGroup[], choice: Omit<TextChoice, 'page'>, stateOf: StateOf): TextGroup[] {
  const targets = targetsOf(choice);
  const wanted = ({ key, text }: KeyedText): boolean => {
    if (choice.show === 'all') return true;
    return targets.some((language) =>
      choice.show === 'missing' ? !isWritten(text[language]) : isWritten(text[language]) && stateOf(key, language) === 'draft',
    );
  };
  const part = groups.filter(({ id }) => id === choice.part);
  return (part.length > 0 ? part : groups)
    .map(({ id, texts }) => ({ id, texts: texts.filter(wanted) }))
    .filter(({ texts }) => texts.length > 0);
}

/**
 * Pages whose forms stay well below `formBytes`: at most 50 texts, fewer where they are long. Every language is counted
 * as if it were as long as the longest, since what is missing is going to be written; half of the room is left for growth.
 */
export function pagesOf(groups: readonly TextGroup[], formBytes: number): TextGroup[][] {
  const pages: TextGroup[][] = [];
  let room = { texts: 0, bytes: 0 };
  for (const { id, texts } of groups)
    for (const keyed of texts) {
      const bytes = bytesOf(keyed);
      if (room.texts === 0 || room.bytes < bytes) {
        room = { texts: PAGE_TEXTS, bytes: formBytes / 2 };
        pages.push([]);
      }
      room = { texts: room.texts - 1, bytes: room.bytes - bytes };
      const page = pages.at(-1);
      const group = page?.at(-1);
      if (group?.id === id) group.texts.push(keyed);
      else page?.push({ id, texts: [keyed] });
    }
  return pages;
}

function bytesOf({ text }: KeyedText): number {
  const longest = Math.max(...LANGUAGES.map((language) => encodeURIComponent(cleanText(text[language])).length));
  return FRAME_BYTES + LANGUAGES.length * longest;
}
