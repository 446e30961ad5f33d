import {
  fullWording,
  itemsInOrder,
  LANGUAGES,
  type Definition,
  type Item,
  type Section,
} from '../../../survey-definitions/contract/index.js';
import { CONSENT } from '../rules/consentRule.js';

/** What somebody looks for in the catalogue. */
export interface CatalogueSearch {
  /** Words that must all occur, in any language, in the wording, the source, the id or an indicator's code or name. */
  words: string;
  /** `<questionnaire>/<version>`; empty for every one. */
  from: string;
  /** `<section>` of it; empty for every one. */
  section: string;
}

export interface CatalogueEntry {
  source: Definition;
  section: Section;
  item: Item;
}

export function versionOf({ id, version }: Definition): string {
  return `${id}/${version}`;
}

/** The items that fit, in the order of the questionnaires. Every draft begins with the consent question, which is left out. */
export function findEntries(sources: readonly Definition[], { words, from, section }: CatalogueSearch): CatalogueEntry[] {
  const wanted = words
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return sources
    .filter((source) => from === '' || versionOf(source) === from)
    .flatMap((source) =>
      source.sections
        .filter(({ id }) => section === '' || id === section)
        .flatMap((found) => found.items.map((item) => ({ source, section: found, item }))),
    )
    .filter((entry) => {
      if (entry.item.id === CONSENT) return false;
      const text = searchedText(entry);
      return wanted.every((word) => text.includes(word));
    });
}

function searchedText({ source, item }: CatalogueEntry): string {
  const indicators = source.indicators.filter(({ items }) => items.some((scored) => scored.item === item.id));
  const wording = fullWording(item);
  const names = indicators.flatMap(({ code, name }) => [code, ...LANGUAGES.map((language) => name[language])]);
  return [item.id, item.source ?? '', ...LANGUAGES.map((language) => wording[language]), ...names].join('\n').toLowerCase();
}

/** The chosen items of a source, written `<questionnaire>/<version>/<item>`. */
export function chosenItems(source: Definition, ticked: readonly string[]): string[] {
  return itemsInOrder(source)
    .map(({ id }) => id)
    .filter((id) => ticked.includes(`${versionOf(source)}/${id}`));
}
