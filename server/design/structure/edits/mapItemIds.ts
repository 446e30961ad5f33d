import type { Condition, Definition, DerivedVariable, Item } from '../../../../survey-definitions/contract/index.js';

type Naming = (id: string) => string;

/** Gives every item its new name, wherever a questionnaire speaks of it. */
export function mapItemIds(definition: Definition, name: Naming): Definition {
  return {
    ...definition,
    sections: definition.sections.map((section) => ({
      ...section,
      items: section.items.map((item) => withNames(item, name)),
      randomised: section.randomised.map((group) => group.map(name)),
    })),
    endings: definition.endings.map((rule) => ({ ...rule, when: mapCondition(rule.when, name) })),
    derived: definition.derived.map((variable) => derivedWithNames(variable, name)),
    weightingVariables: definition.weightingVariables.map(name),
    straightlineSets: definition.straightlineSets.map((set) => ({ ...set, items: set.items.map(name) })),
    indicators: definition.indicators.map((indicator) => ({
      ...indicator,
      items: indicator.items.map((scored) => ({ ...scored, item: name(scored.item) })),
      ...(indicator.comparator === undefined ? {} : { comparator: name(indicator.comparator) }),
    })),
    analysisPopulations: definition.analysisPopulations.map((population) => ({
      ...population,
      rule: mapCondition(population.rule, name),
    })),
  };
}

/** An item and the condition on which it is asked, with new names. */
export function withNames(item: Item, name: Naming): Item {
  return { ...item, id: name(item.id), ...(item.when === undefined ? {} : { when: mapCondition(item.when, name) }) };
}

function mapCondition(condition: Condition, name: Naming): Condition {
  if ('item' in condition) return { ...condition, item: name(condition.item) };
  if ('not' in condition) return { not: mapCondition(condition.not, name) };
  if ('all' in condition) return { all: condition.all.map((part) => mapCondition(part, name)) };
  return { any: condition.any.map((part) => mapCondition(part, name)) };
}

function derivedWithNames(variable: DerivedVariable, name: Naming): DerivedVariable {
  switch (variable.type) {
    case 'recode':
    case 'midpoint':
      return { ...variable, item: name(variable.item) };
    case 'ratio':
      return { ...variable, numerator: name(variable.numerator), denominator: name(variable.denominator) };
    case 'condition':
      return {
        ...variable,
        when: mapCondition(variable.when, name),
        ...(variable.zeroWhen === undefined ? {} : { zeroWhen: mapCondition(variable.zeroWhen, name) }),
      };
  }
}
