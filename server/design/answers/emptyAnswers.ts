import { itemsInOrder, type Definition, type Item } from '../../../survey-definitions/contract/index.js';

/** Two answers that are still to be written. */
const UNWRITTEN = [1, 2].map((code) => ({ code, label: { kk: '', ru: '', en: '' } }));

/** Adds a list or scale with two answers that are still to be written. */
export function addEmptyAnswers(definition: Definition, { kind, id }: { kind: 'list' | 'scale'; id: string }): Definition {
  if (kind === 'list') return { ...definition, lists: [...definition.lists, { id, options: UNWRITTEN }] };
  return { ...definition, scales: [...definition.scales, { id, layout: 'list', options: UNWRITTEN, topCodes: [] }] };
}

/** A list or scale in which nothing was written goes with the last item that took it. */
export function withoutForgottenAnswers(definition: Definition, item: Item): Definition {
  const left = (kind: 'list' | 'scale') => (answers: { id: string; options: unknown }) =>
    answers.id === answersOf(item, kind) &&
    JSON.stringify(answers.options) === JSON.stringify(UNWRITTEN) &&
    !itemsInOrder(definition).some((other) => answersOf(other, kind) === answers.id);
  const [forgottenList, forgottenScale] = [left('list'), left('scale')];
  return {
    ...definition,
    lists: definition.lists.filter((list) => !forgottenList(list)),
    scales: definition.scales.filter((scale) => !forgottenScale(scale)),
  };
}

/** The list or scale that an item takes. */
export function answersOf(item: Item, kind: 'list' | 'scale'): string | undefined {
  if (kind === 'scale') return 'scale' in item ? item.scale : undefined;
  return 'list' in item ? item.list : undefined;
}
