import {
  fillPlaceholders,
  fullWording,
  itemsInOrder,
  LANGUAGES,
  optionsOf,
  type Definition,
  type Item,
  type Language,
  type LocalizedText,
} from '../../../survey-definitions/contract/index.js';

/** A quoted wording is long enough to be recognised, not to be read. */
const QUOTED_LETTERS = 80;

/** A text that may not be written yet in this language: then in another one; empty if in none. */
function writtenIn(text: LocalizedText | undefined, language: Language): string {
  if (text === undefined) return '';
  return [language, ...LANGUAGES].map((code) => text[code].trim()).find((words) => words !== '') ?? '';
}

/** Conditions are put into words by the hundred on one page: the items of a definition are indexed once. */
const itemsById = new WeakMap<Definition, Map<string, Item>>();

export function itemOf(definition: Definition, id: string): Item | undefined {
  const known =
    itemsById.get(definition) ??
    new Map(
      itemsInOrder(definition)
        .toReversed()
        .map((item) => [item.id, item]),
    );
  itemsById.set(definition, known);
  return known.get(id);
}

/** The question of an item, shortened to be quoted; empty where it is not written yet. Where the last sentence asks nothing, all of them. */
export function questionWords(item: Item | undefined, language: Language): string {
  const asked = item && !item.text[language].includes('?') ? fullWording(item) : item?.text;
  const wording = fillPlaceholders(writtenIn(asked, language), {});
  if (wording.length <= QUOTED_LETTERS) return wording;
  return `${wording.slice(0, wording.lastIndexOf(' ', QUOTED_LETTERS)).replace(/[\s,;:–—-]+$/, '')} …`;
}

/** How an answer reads: its label, or its number where it has none. */
export function answerLabel(definition: Definition, item: Item | undefined, code: number, language: Language): string {
  const label =
    code < 0
      ? definition.specialCodes.find((special) => special.code === code)?.label
      : item && optionsOf(definition, item).find((option) => option.code === code)?.label;
  return writtenIn(label, language) || String(code);
}
