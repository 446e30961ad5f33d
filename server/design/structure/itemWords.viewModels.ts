import { fullWording, type Definition, type Item, type LocalizedText } from '../../../survey-definitions/contract/index.js';
import { formatInteger, formatNumber, textsIn, type Language } from '../../i18n/index.js';
import { textIn } from '../editing/draftFrame.viewModels.js';

/** What an item asks, for tables and lists; says so where nothing is written yet. */
export function questionOf(item: Item, language: Language): string {
  return textIn(fullWording(item), language).trim() || textsIn(language)('designStructure.no_wording');
}

/** The name of a section; the sections before the first part have none. */
export function sectionNameOf(section: { id: string; title?: LocalizedText | undefined }, language: Language): string {
  const title = section.title ? textIn(section.title, language) : '';
  return title === '' ? textsIn(language)('designStructure.no_title', { id: section.id }) : title;
}

/** The type of an item and what it takes: "Scale · sat5", "Whole number · 1–20". */
export function typeInWords(item: Item, language: Language): string {
  const type = textsIn(language)(`designStructure.type_${item.type}`);
  const detail = detailOf(item, language);
  return detail === '' ? type : `${type} · ${detail}`;
}

function detailOf(item: Item, language: Language): string {
  switch (item.type) {
    case 'single':
    case 'multiple':
    case 'ranking':
      return item.list;
    case 'scale':
      return item.scale;
    case 'integer':
      return `${formatInteger(item.min, language)}–${formatInteger(item.max, language)}`;
    case 'decimal':
      return `${formatNumber(item.min, language, item.decimals)}–${formatNumber(item.max, language, item.decimals)}`;
    case 'text':
      return textsIn(language)('designStructure.letters', { count: item.maxLength });
    case 'date':
      return [item.min, item.max].some((bound) => bound !== undefined) ? `${item.min ?? '…'} – ${item.max ?? '…'}` : '';
    case 'note':
      return '';
  }
}

/** Codes of the indicators that an item feeds. */
export function indicatorCodesOf(definition: Definition, id: string): string[] {
  return definition.indicators
    .filter(({ items, comparator }) => comparator === id || items.some(({ item }) => item === id))
    .map(({ code }) => code);
}
