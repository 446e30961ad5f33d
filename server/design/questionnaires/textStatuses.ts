import { LANGUAGES, textsOf, type Definition, type LocalizedText } from '../../../survey-definitions/contract/index.js';
import type { TextStatus } from './draft.js';

/** What somebody says of a text while changing it; "draft" takes away what was said before. */
export interface SaidStatus extends Omit<TextStatus, 'status'> {
  status: TextStatus['status'] | 'draft';
}

/**
 * The statuses after a step: those that are still true, and what is said together with it. A text that was written and
 * has changed in any language must be reviewed anew in all of them; one that is written for the first time leaves the
 * review of the others as it was.
 */
export function statusesAfter(
  statuses: TextStatus[],
  before: Definition,
  after: Definition,
  said: readonly SaidStatus[] = [],
): TextStatus[] {
  const isSaid = new Set(said.map(({ key, language }) => `${language} ${key}`));
  const kept = stillTrue(statuses, before, after).filter(({ key, language }) => !isSaid.has(`${language} ${key}`));
  return [...kept, ...said.filter((one): one is TextStatus => one.status !== 'draft')];
}

function stillTrue(statuses: TextStatus[], before: Definition, after: Definition): TextStatus[] {
  if (statuses.length === 0 || before === after) return statuses;
  const [was, is] = [before, after].map((definition) => new Map(textsOf(definition).map(({ key, text }) => [key, text])));
  return statuses.filter(({ key, language }) => {
    const [old, now] = [was?.get(key), is?.get(key)];
    return now !== undefined && (old === undefined || (now[language] !== '' && !isRewritten(old, now)));
  });
}

function isRewritten(old: LocalizedText, now: LocalizedText): boolean {
  return LANGUAGES.some((language) => old[language] !== '' && old[language] !== now[language]);
}
