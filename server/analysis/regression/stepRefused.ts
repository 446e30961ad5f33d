import type { FieldFault } from '../../http/fieldFault.js';
import type { Texts } from '../../i18n/index.js';

/** Why a form was not carried out: something in it is wrong, or the analysis was changed elsewhere meanwhile. */
export interface StepRefused {
  status: 409 | 422;
  faults: FieldFault[];
}

export function wrong(fault: FieldFault): StepRefused {
  return { status: 422, faults: [fault] };
}

export function outdated(field: string, t: Texts): StepRefused {
  return { status: 409, faults: [{ field, message: t('regression.error_outdated') }] };
}
