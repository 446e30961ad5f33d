import type { AnalysisPopulation, Condition, Definition } from '../../../survey-definitions/contract/index.js';
import type { FormValues } from '../../accounts/index.js';
import type { Texts } from '../../i18n/index.js';
import { idFaultsAmong } from '../measurement/memberIds.js';
import { idFromText } from '../structure/edits/idFromText.js';
import { textFrom, valueIn } from '../structure/formTexts.js';
import { CONSENT } from './consentRule.js';
import { readRequiredCondition } from './requiredCondition.js';

/** A new population begins with all who take part. */
export const AGREED: Condition = { item: CONSENT, op: '==', value: 1 };

interface Before {
  definition: Definition;
  member: AnalysisPopulation | null;
  t: Texts;
}

export function readPopulation(values: FormValues, { definition, member, t }: Before) {
  const others = definition.analysisPopulations.filter((population) => population !== member);
  const taken = new Set(others.map(({ id }) => id));
  const name = textFrom(values, 'name');
  const id = valueIn(values, 'id') || idFromText(name, 'population', taken);
  const current = member ? member.rule : AGREED;
  const read = readRequiredCondition({ values, prefix: 'rule', definition, current, t });
  const faults = [...('faults' in read ? read.faults : []), ...idFaultsAmong(id, taken, t)];
  return 'condition' in read && faults.length === 0 ? { member: { id, name, rule: read.condition } } : { faults };
}
