import {
  itemsInOrder,
  LANGUAGES,
  optionsOf,
  type AnswerOption,
  type Definition,
  type Item,
  type LocalizedText,
} from '../../../../survey-definitions/contract/index.js';
import type { Place } from '../../places.js';
import { warning, type Finding } from '../finding.js';
import type { Check } from '../reading.js';

/**
 * Codes and items that meant something else in the newest published version: answers to both would be read as one. A wording
 * that changed in one language is a matter of translation; one that changed in every language may be another meaning.
 */
export const changedCodes: Check = (reading) => {
  const { draft, published } = reading;
  if (published === undefined) return [];
  const earlier = new Map(itemsInOrder(published).map((item) => [item.id, item]));
  return [
    ...draft.scales.flatMap(({ id, options }) =>
      ofOptions({ part: 'scale', id }, published.scales.find((scale) => scale.id === id)?.options, options),
    ),
    ...draft.lists.flatMap(({ id, options }) =>
      ofOptions({ part: 'list', id }, published.lists.find((list) => list.id === id)?.options, options),
    ),
    ...reading.items.flatMap((item) => ofItem(item, earlier, published, draft)),
  ];
};

function ofOptions(place: Place, before: readonly AnswerOption[] | undefined, now: readonly AnswerOption[]): Finding[] {
  return (before ?? []).flatMap(({ code, label }) => {
    const same = now.find((option) => option.code === code);
    const moved = label && now.find((option) => option.code !== code && option.label && isSame(option.label, label));
    if (label && moved && !(same?.label && isSame(same.label, label)))
      return [warning('code_moved', place, { label, before: code, after: moved.code })];
    if (same === undefined) return [warning('code_removed', place, { code, label: label ?? String(code) })];
    return label && same.label && isOther(label, same.label)
      ? [warning('code_reused', place, { code, before: label, after: same.label })]
      : [];
  });
}

function ofItem(item: Item, earlier: ReadonlyMap<string, Item>, published: Definition, draft: Definition): Finding[] {
  const place = { part: 'item', id: item.id } as const;
  const before = [item.id, ...(item.formerIds ?? [])].map((id) => earlier.get(id)).find((known) => known !== undefined);
  if (before === undefined) return [];
  if (before.type !== item.type)
    return [
      warning('type_changed', place, {
        before: { word: `designVersions.type_${before.type}` },
        after: { word: `designVersions.type_${item.type}` },
      }),
    ];
  const [was, is] = [answersOf(before), answersOf(item)];
  if (was === is) return [];
  const others = ofOptions(place, optionsOf(published, before), optionsOf(draft, item));
  return others.length > 0 ? [warning('answers_exchanged', place, { before: was, after: is })] : [];
}

function answersOf(item: Item): string {
  return item.type === 'scale' ? item.scale : 'list' in item ? item.list : '';
}

function isSame(one: LocalizedText, other: LocalizedText): boolean {
  return LANGUAGES.every((language) => one[language].trim() === other[language].trim());
}

function isOther(one: LocalizedText, other: LocalizedText): boolean {
  return LANGUAGES.every((language) => one[language].trim() !== other[language].trim());
}
