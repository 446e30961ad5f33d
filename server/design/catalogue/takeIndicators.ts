import { itemsInOrder, type Definition, type Indicator } from '../../../survey-definitions/contract/index.js';

/**
 * The indicators of the source that items just taken feed. An indicator that the draft has already gets the new items; a new
 * one comes with those of its items that the draft has. A code that means something else in the draft stays with the draft.
 */
export function takeIndicators(draft: Definition, source: Definition, names: ReadonlyMap<string, string>): Definition {
  const present = new Set(itemsInOrder(draft).map(({ id }) => id));
  let definition = draft;
  for (const indicator of source.indicators) {
    if (!indicator.items.some(({ item }) => names.has(item))) continue;
    const items = indicator.items
      .map((scored) => ({ ...scored, item: names.get(scored.item) ?? scored.item }))
      .filter(({ item }) => present.has(item));
    definition = withIndicator(definition, indicator, items, names);
  }
  return definition;
}

function withIndicator(
  draft: Definition,
  indicator: Indicator,
  items: Indicator['items'],
  names: ReadonlyMap<string, string>,
): Definition {
  const own = draft.indicators.find(({ id }) => id === indicator.id);
  if (own) return replaced(draft, own, items);
  if (draft.indicators.some(({ code }) => code === indicator.code)) return draft;
  const { comparator, ...rest } = indicator;
  const beside = comparator === undefined ? undefined : (names.get(comparator) ?? comparator);
  const hasBeside = beside !== undefined && itemsInOrder(draft).some(({ id }) => id === beside);
  const minValid = Math.min(indicator.minValid, items.length);
  const taken = { ...rest, items, minValid, ...(hasBeside && { comparator: beside }) };
  return { ...draft, indicators: [...draft.indicators, taken] };
}

function replaced(draft: Definition, own: Indicator, items: Indicator['items']): Definition {
  const known = own.items.map(({ item }) => item);
  const grown = { ...own, items: [...own.items, ...items.filter(({ item }) => !known.includes(item))] };
  return { ...draft, indicators: draft.indicators.map((indicator) => (indicator === own ? grown : indicator)) };
}
