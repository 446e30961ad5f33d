import { itemsOf, type Condition, type Definition, type DerivedVariable } from '../../../../survey-definitions/contract/index.js';
import type { Place } from '../../places.js';

/** What speaks of an item. */
export interface Reference {
  kind: 'condition' | 'ending' | 'variable' | 'population' | 'indicator' | 'comparator' | 'weighting' | 'straightline';
  place: Place;
}

/** Rules and computed variables would mean something else without the item: a person has to change them first. */
const FIRM: readonly Reference['kind'][] = ['condition', 'ending', 'variable', 'population'];

export function isFirm({ kind }: Reference): boolean {
  return FIRM.includes(kind);
}

/** All that speaks of each item, by item id. */
export function referencesByItem(definition: Definition): Map<string, Reference[]> {
  const found = new Map<string, Reference[]>();
  const note = (kind: Reference['kind'], place: Place, ids: string[]): void => {
    for (const id of new Set(ids)) found.set(id, [...(found.get(id) ?? []), { kind, place }]);
  };
  for (const { items } of definition.sections)
    for (const { id, when } of items) if (when) note('condition', { part: 'item', id }, itemsOf(when));
  for (const [at, { when }] of definition.endings.entries()) note('ending', { part: 'ending', at }, itemsOf(when));
  for (const variable of definition.derived) note('variable', { part: 'variable', id: variable.id }, inputsOf(variable));
  for (const { id, rule } of definition.analysisPopulations) note('population', { part: 'population', id }, itemsOf(rule));
  for (const { id, items, comparator } of definition.indicators) {
    note(
      'indicator',
      { part: 'indicator', id },
      items.map(({ item }) => item),
    );
    if (comparator !== undefined) note('comparator', { part: 'indicator', id }, [comparator]);
  }
  note('weighting', { part: 'questionnaire' }, definition.weightingVariables);
  for (const { id, items } of definition.straightlineSets) note('straightline', { part: 'straightlineSet', id }, items);
  return found;
}

/** What outside of these items speaks of one of them. */
export function referencesTo(definition: Definition, ids: readonly string[]): Reference[] {
  const byItem = referencesByItem(definition);
  const found = new Map<string, Reference>();
  for (const reference of ids.flatMap((id) => byItem.get(id) ?? []))
    if (!(reference.place.part === 'item' && ids.includes(reference.place.id))) found.set(JSON.stringify(reference), reference);
  return [...found.values()];
}

function inputsOf(variable: DerivedVariable): string[] {
  switch (variable.type) {
    case 'ratio':
      return [variable.numerator, variable.denominator];
    case 'condition':
      return [variable.when, variable.zeroWhen].filter((rule): rule is Condition => rule !== undefined).flatMap(itemsOf);
    case 'recode':
    case 'midpoint':
      return [variable.item];
  }
}
