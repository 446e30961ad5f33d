import {
  itemsInOrder,
  type CodeList,
  type Definition,
  type Item,
  type Scale,
} from '../../../survey-definitions/contract/index.js';
import { freeId } from '../structure/edits/freeId.js';
import { answersOf } from './emptyAnswers.js';

/** Scales and code lists: what items offer as answers, shared among them. */
export type AnswerSet = ({ kind: 'scale' } & Scale) | ({ kind: 'list' } & CodeList);
export type AnswerKind = AnswerSet['kind'];

export function findAnswers(definition: Definition, kind: AnswerKind, id: string): AnswerSet | null {
  if (kind === 'scale') {
    const scale = definition.scales.find((each) => each.id === id);
    return scale ? { kind, ...scale } : null;
  }
  const list = definition.lists.find((each) => each.id === id);
  return list ? { kind, ...list } : null;
}

export function takenAnswerIds(definition: Definition, kind: AnswerKind): Set<string> {
  return new Set(definition[`${kind}s`].map(({ id }) => id));
}

export function itemsWithAnswers(definition: Definition, kind: AnswerKind, id: string): Item[] {
  return itemsInOrder(definition).filter((item) => answersOf(item, kind) === id);
}

export function addAnswers(definition: Definition, { kind, ...set }: AnswerSet): Definition {
  return kind === 'scale'
    ? { ...definition, scales: [...definition.scales, set as Scale] }
    : { ...definition, lists: [...definition.lists, set as CodeList] };
}

export function removeAnswers(definition: Definition, kind: AnswerKind, id: string): Definition {
  return kind === 'scale'
    ? { ...definition, scales: definition.scales.filter((scale) => scale.id !== id) }
    : { ...definition, lists: definition.lists.filter((list) => list.id !== id) };
}

/** Puts a scale or list in the place of one, under another id if it has one; the items that take it follow. */
export function replaceAnswers(definition: Definition, id: string, { kind, ...set }: AnswerSet): Definition {
  const replaced =
    kind === 'scale'
      ? { ...definition, scales: definition.scales.map((scale) => (scale.id === id ? (set as Scale) : scale)) }
      : { ...definition, lists: definition.lists.map((list) => (list.id === id ? (set as CodeList) : list)) };
  return set.id === id
    ? replaced
    : mapItems(replaced, (item) => (answersOf(item, kind) === id ? taking(item, kind, set.id) : item));
}

/** One item gets a copy of a scale or list for itself. */
export function copyAnswersFor(definition: Definition, itemId: string, set: AnswerSet): { definition: Definition; copy: string } {
  const copy = freeId(set.id, takenAnswerIds(definition, set.kind));
  const added = addAnswers(definition, { ...set, id: copy });
  return { definition: mapItems(added, (item) => (item.id === itemId ? taking(item, set.kind, copy) : item)), copy };
}

function taking(item: Item, kind: AnswerKind, id: string): Item {
  if (kind === 'scale') return 'scale' in item ? { ...item, scale: id } : item;
  return 'list' in item ? { ...item, list: id } : item;
}

function mapItems(definition: Definition, change: (item: Item) => Item): Definition {
  return { ...definition, sections: definition.sections.map((section) => ({ ...section, items: section.items.map(change) })) };
}
