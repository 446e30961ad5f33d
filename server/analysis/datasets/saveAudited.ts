import type { Request } from 'express';
import { signedInPersonOf } from '../../accounts/index.js';
import { shortName } from '../shortName.js';
import type { DatasetPlaces } from './datasetPlaces.js';
import type { DatasetsService } from './datasets.service.js';

type Save = DatasetsService['save'];

/** Saves data in the name of the person at this request; new ones are written down in the audit log. */
export async function saveAudited(
  req: Request,
  { accounts, datasetsService }: Pick<DatasetPlaces, 'accounts' | 'datasetsService'>,
  content: Parameters<Save>[0],
  label: Omit<Parameters<Save>[1], 'savedBy'>,
): ReturnType<Save> {
  const person = signedInPersonOf(req);
  const saved = await datasetsService.save(content, { ...label, savedBy: person.signInName });
  if (saved.isNew) await accounts.audit({ person, action: 'data_saved', object: shortName(label.name, saved.digest) });
  return saved;
}
