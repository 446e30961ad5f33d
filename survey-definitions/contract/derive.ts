import type { Answers } from './answers.js';
import { itemsOf } from './condition.js';
import type { Definition } from './definition.js';
import { holds } from './evaluate.js';
import type { DerivedVariable } from './indicator.js';
import { SPECIAL } from './specialCodes.js';

type Variable<Type extends DerivedVariable['type']> = Extract<DerivedVariable, { type: Type }>;
type ReadNumber = (id: string) => number;

/**
 * Derived values of a complete response (`completeAnswers`), in the order of the definition, so that a variable may use
 * those before it. Where an input is missing the value is a special code, never NaN and never 0.
 */
export function derivedValuesOf(definition: Definition, complete: Answers): Record<string, number> {
  const values: Record<string, number> = {};
  for (const variable of definition.derived) values[variable.id] = derive(variable, { ...complete, ...values });
  return values;
}

function derive(variable: DerivedVariable, answers: Answers): number {
  const read: ReadNumber = (id) => {
    const value = answers[id];
    return typeof value === 'number' ? value : SPECIAL.missing;
  };
  switch (variable.type) {
    case 'condition':
      return truth(variable, answers, read);
    case 'recode':
      return recoded(variable, read);
    case 'midpoint':
      return midpoint(variable, read);
    case 'ratio':
      return quotient(variable, read);
  }
}

function truth(variable: Variable<'condition'>, answers: Answers, read: ReadNumber): number {
  if (holds(variable.when, answers)) return 1;
  if (variable.zeroWhen === undefined || holds(variable.zeroWhen, answers)) return 0;
  return reasonFor([...itemsOf(variable.when), ...itemsOf(variable.zeroWhen)].map(read));
}

/** Why inputs decide nothing: the first non-answer that a person gave; a question that was skipped explains nothing. */
function reasonFor(inputs: number[]): number {
  return inputs.find((value) => value < 0 && value !== SPECIAL.notAsked) ?? SPECIAL.missing;
}

function recoded({ item, cases }: Variable<'recode'>, read: ReadNumber): number {
  const code = read(item);
  return code < 0 ? code : (cases.find(({ from }) => from.includes(code))?.to ?? SPECIAL.missing);
}

function midpoint({ item, midpoints }: Variable<'midpoint'>, read: ReadNumber): number {
  const code = read(item);
  return code < 0 ? code : (midpoints.find((entry) => entry.code === code)?.value ?? SPECIAL.missing);
}

function quotient(variable: Variable<'ratio'>, read: ReadNumber): number {
  const numerator = read(variable.numerator);
  const denominator = read(variable.denominator);
  if (numerator < 0) return numerator;
  if (denominator < 0) return denominator;
  return denominator === 0 ? SPECIAL.missing : numerator / denominator;
}
