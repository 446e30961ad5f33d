import type { Condition } from '../../../survey-definitions/contract/index.js';
import type { FieldFault } from '../../http/fieldFault.js';
import { readCondition } from '../conditions/readCondition.js';

/** A condition without which a rule means nothing. */
export function readRequiredCondition(
  posted: Parameters<typeof readCondition>[0],
): { condition: Condition } | { faults: FieldFault[] } {
  const read = readCondition(posted);
  if ('faults' in read) return read;
  const { condition } = read;
  if (condition) return { condition };
  return { faults: [{ field: `${posted.prefix}.0.item`, message: posted.t('designMeasurement.error_condition_empty') }] };
}
