import type { DerivedVariable } from '../../../../survey-definitions/contract/index.js';
import { error, type Finding } from '../finding.js';
import { codesOf, type Check, type Reading } from '../reading.js';

/** Derived variables that use what does not stand before them, and weighting variables that do not exist. */
export const variableFindings: Check = (reading) => {
  const { draft, byId } = reading;
  const known = new Set(byId.keys());
  const ofVariables = draft.derived.flatMap((variable) => {
    const findings = [...unknownInputs(variable, known), ...unknownCodes(variable, reading)];
    known.add(variable.id);
    return findings;
  });
  const ofWeighting = draft.weightingVariables
    .filter((id) => !known.has(id))
    .map((id) => error('weighting_unknown', { part: 'questionnaire' }, { id }));
  return [...ofVariables, ...ofWeighting];
};

/** The items of a rule are checked with the other rules. */
function unknownInputs(variable: DerivedVariable, known: ReadonlySet<string>): Finding[] {
  if (variable.type === 'condition') return [];
  const inputs = variable.type === 'ratio' ? [variable.numerator, variable.denominator] : [variable.item];
  return inputs
    .filter((input) => !known.has(input))
    .map((input) => error('variable_input_unknown', { part: 'variable', id: variable.id }, { id: input }));
}

function unknownCodes(variable: DerivedVariable, { draft, byId }: Reading): Finding[] {
  if (variable.type !== 'recode' && variable.type !== 'midpoint') return [];
  const item = byId.get(variable.item);
  const codes = item && codesOf(draft, item);
  const used =
    variable.type === 'recode' ? variable.cases.flatMap(({ from }) => from) : variable.midpoints.map(({ code }) => code);
  return used
    .filter((code) => codes && !codes.includes(code))
    .map((code) => error('variable_code_unknown', { part: 'variable', id: variable.id }, { code, item: variable.item }));
}
