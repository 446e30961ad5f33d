import type { Definition } from '../../../../survey-definitions/contract/index.js';

/** Takes items out of what can do without them: indicators, weighting and straight-line sets. A set of one is none. */
export function withdrawItems(definition: Definition, ids: readonly string[]): Definition {
  const stays = (id: string): boolean => !ids.includes(id);
  return {
    ...definition,
    weightingVariables: definition.weightingVariables.filter(stays),
    straightlineSets: definition.straightlineSets
      .map((set) => ({ ...set, items: set.items.filter(stays) }))
      .filter((set) => set.items.length >= 2),
    indicators: definition.indicators.map(({ comparator, ...indicator }) => ({
      ...indicator,
      items: indicator.items.filter(({ item }) => stays(item)),
      ...(comparator !== undefined && stays(comparator) ? { comparator } : {}),
    })),
  };
}
