import type { Definition } from '../../../survey-definitions/contract/index.js';
import type { FormValues } from '../../accounts/index.js';
import type { FieldFault } from '../../http/fieldFault.js';
import type { Texts } from '../../i18n/index.js';
import { valueIn } from '../structure/formTexts.js';

export function thresholdValues({ thresholds }: Definition): FormValues {
  const { speederSecondsPerItem, highMissingShare } = thresholds;
  return { secondsPerItem: String(speederSecondsPerItem), missingPercent: String(Number((highMissingShare * 100).toFixed(6))) };
}

export function readThresholds(
  values: FormValues,
  definition: Definition,
  t: Texts,
): { definition: Definition } | { faults: FieldFault[] } {
  const seconds = numberIn(values, 'secondsPerItem');
  const percent = numberIn(values, 'missingPercent');
  const faults: FieldFault[] = [];
  if (!(seconds > 0 && seconds <= 60)) faults.push({ field: 'secondsPerItem', message: t('designMeasurement.error_seconds') });
  if (!(percent >= 0 && percent <= 100)) faults.push({ field: 'missingPercent', message: t('designMeasurement.error_percent') });
  if (faults.length > 0) return { faults };
  return { definition: { ...definition, thresholds: { speederSecondsPerItem: seconds, highMissingShare: percent / 100 } } };
}

function numberIn(values: FormValues, name: string): number {
  const typed = valueIn(values, name).replace(',', '.');
  return typed === '' ? NaN : Number(typed);
}
