import { questionsInOrder, type Answers, type Definition, type Question } from '../../../survey-definitions/contract/index.js';
import type { PaperEntry } from './paperForm.js';

/** Where two entries of the same form differ: one of the facts at its head, or a question. */
export type PaperDifference = { field: 'townId' | 'language' | 'date' } | { field: string; item: Question };

const HEAD = ['townId', 'language', 'date'] as const;

export function differencesBetween(definition: Definition, first: PaperEntry, second: PaperEntry): PaperDifference[] {
  return [
    ...HEAD.filter((field) => first[field] !== second[field]).map((field) => ({ field })),
    ...questionsInOrder(definition)
      .filter((item) => written(item, first.answers) !== written(item, second.answers))
      .map((item) => ({ field: item.id, item })),
  ];
}

/** One entry of two: at each difference the one that was chosen, everywhere else what both say. */
export function resolvedEntry(
  first: PaperEntry,
  second: PaperEntry,
  differences: readonly PaperDifference[],
  choice: (field: string) => PaperEntry,
): PaperEntry {
  const resolved: PaperEntry = { ...second, answers: { ...first.answers } };
  for (const difference of differences) {
    const chosen = choice(difference.field);
    if ('item' in difference) takeOver(difference.item, chosen.answers, resolved.answers);
    else Object.assign(resolved, { [difference.field]: chosen[difference.field] });
  }
  return resolved;
}

function takeOver({ id }: Question, from: Answers, into: Answers): void {
  for (const field of [id, `${id}__text`]) {
    const value = from[field];
    if (value === undefined) Reflect.deleteProperty(into, field);
    else into[field] = value;
  }
}

function written({ id }: Question, answers: Answers): string {
  return JSON.stringify([answers[id] ?? null, answers[`${id}__text`] ?? null]);
}
