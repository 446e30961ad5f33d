import { questionsInOrder, type Definition } from '../../../survey-definitions/contract/index.js';
import type { FormValues } from '../../accounts/index.js';
import { tickedIn } from '../structure/formTexts.js';
import { CONSENT } from './consentRule.js';

/** What may carry a margin: questions with one answer and variables with codes, after those that carry one already. */
export function weightable(definition: Definition): string[] {
  const items = questionsInOrder(definition).flatMap(({ id, type }) => (type === 'single' && id !== CONSENT ? [id] : []));
  const variables = definition.derived.flatMap(({ id, type }) => (type === 'recode' || type === 'condition' ? [id] : []));
  return [...new Set([...definition.weightingVariables, ...items, ...variables])];
}

export function readWeighting(values: FormValues, definition: Definition): Definition {
  const ticked = tickedIn(values, 'weighting');
  return { ...definition, weightingVariables: weightable(definition).filter((id) => ticked.includes(id)) };
}
