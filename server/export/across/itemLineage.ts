import { questionsInOrder, type Definition, type Question } from '../../../survey-definitions/contract/index.js';

/**
 * Under which id a version kept each question of a later one: its own id, or one of its former ids. An id that a renamed
 * question left behind and another question took up later belongs, in the old version, to the renamed one.
 *
 * @param between versions between the two, whose former ids count as well
 * @returns id in the older version by id in the newer one; a question that the older version did not have is absent
 */
export function idsInOlderVersion(newer: Definition, older: Definition, between: readonly Definition[]): Map<string, string> {
  const olderIds = new Set(questionsInOrder(older).map(({ id }) => id));
  const questions = questionsInOrder(newer);
  const renamed = questions.flatMap((question): [string, string][] => {
    const former =
      olderIds.has(question.id) && !isNameTakenUp(question, questions, olderIds)
        ? undefined
        : formerIdIn(question, olderIds, between);
    return former === undefined ? [] : [[question.id, former]];
  });
  const claimed = new Set(renamed.map(([, former]) => former));
  const kept = questions.filter(({ id }) => olderIds.has(id) && !claimed.has(id)).map(({ id }): [string, string] => [id, id]);
  return new Map([...kept, ...renamed]);
}

/** Whether a question bears an id that another one had before. */
function isNameTakenUp({ id }: Question, questions: readonly Question[], olderIds: ReadonlySet<string>): boolean {
  return questions.some((other) => other.id !== id && !olderIds.has(other.id) && other.formerIds?.includes(id) === true);
}

function formerIdIn(question: Question, olderIds: ReadonlySet<string>, between: readonly Definition[]): string | undefined {
  const known = new Set(question.formerIds ?? []);
  for (const former of known)
    for (const definition of between)
      for (const { id, formerIds = [] } of questionsInOrder(definition))
        if (id === former) for (const earlier of formerIds) known.add(earlier);
  return [...known].find((id) => olderIds.has(id));
}
