import type { Definition } from '../definition.js';
import type { DerivedVariable } from '../indicator.js';
import { codesOf, itemsWithPaths, type Fault } from './fault.js';

/** Derived variables that use what does not stand before them, and weighting variables that do not exist. */
export function variableFaults(definition: Definition): Fault[] {
  const items = new Map(itemsWithPaths(definition).map(({ item }) => [item.id, item]));
  const known = new Set(items.keys());
  const faults: Fault[] = [];
  for (const [d, variable] of definition.derived.entries()) {
    for (const id of inputsOf(variable))
      if (!known.has(id)) faults.push({ path: ['derived', d], message: `no variable "${id}" stands before this one` });
    known.add(variable.id);
    const codes = 'item' in variable ? codesOf(definition, items.get(variable.item)) : undefined;
    for (const code of codesUsedBy(variable))
      if (codes && !codes.includes(code))
        faults.push({ path: ['derived', d], message: `code ${code} is not a code of its item` });
  }
  for (const [w, id] of definition.weightingVariables.entries())
    if (!known.has(id)) faults.push({ path: ['weightingVariables', w], message: `no variable "${id}"` });
  return faults;
}

/** The variables that a derived variable reads; the items of a rule are checked with the other rules. */
function inputsOf(variable: DerivedVariable): string[] {
  if (variable.type === 'ratio') return [variable.numerator, variable.denominator];
  return variable.type === 'condition' ? [] : [variable.item];
}

function codesUsedBy(variable: DerivedVariable): number[] {
  if (variable.type === 'recode') return variable.cases.flatMap((entry) => entry.from);
  return variable.type === 'midpoint' ? variable.midpoints.map((entry) => entry.code) : [];
}
