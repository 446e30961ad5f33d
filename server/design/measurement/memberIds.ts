import { ItemIdSchema } from '../../../survey-definitions/contract/index.js';
import type { FieldFault } from '../../http/fieldFault.js';
import type { Texts } from '../../i18n/index.js';

/** What is wrong with the id of a member of a list, at the field `id`. */
export function idFaultsAmong(id: string, taken: ReadonlySet<string>, t: Texts): FieldFault[] {
  if (!ItemIdSchema.safeParse(id).success) return [{ field: 'id', message: t('design.error_id') }];
  return taken.has(id) ? [{ field: 'id', message: t('designMeasurement.error_id_taken') }] : [];
}
