import type { Definition, DerivedVariable } from '../../../survey-definitions/contract/index.js';

function isQuotientOf(variable: DerivedVariable, id: string): boolean {
  return variable.type === 'ratio' && (variable.numerator === id || variable.denominator === id);
}

/** The variables that cannot be computed without this one, directly or by way of others. */
export function dependentVariables({ derived }: Definition, id: string): string[] {
  const gone = new Set([id]);
  for (const variable of derived) if ([...gone].some((each) => isQuotientOf(variable, each))) gone.add(variable.id);
  gone.delete(id);
  return [...gone];
}

/** A variable goes with all that is computed from it, and out of weighting. */
export function withoutDependents(definition: Definition, { id }: DerivedVariable): Definition {
  const gone = [id, ...dependentVariables(definition, id)];
  return {
    ...definition,
    derived: definition.derived.filter((variable) => !gone.includes(variable.id)),
    weightingVariables: definition.weightingVariables.filter((each) => !gone.includes(each)),
  };
}

/** What speaks of a variable follows its new id. */
export function withRenamedVariable(definition: Definition, before: DerivedVariable, after: DerivedVariable): Definition {
  const renamed = (id: string): string => (id === before.id ? after.id : id);
  return {
    ...definition,
    derived: definition.derived.map((variable) =>
      variable.type === 'ratio'
        ? { ...variable, numerator: renamed(variable.numerator), denominator: renamed(variable.denominator) }
        : variable,
    ),
    weightingVariables: definition.weightingVariables.map(renamed),
  };
}
