import { may, mayUseTown, type Permission, type SignedInPerson } from '../accounts/index.js';
import { AppError } from '../errors.js';
import { parseAddress } from '../http/parse.js';
import { ManifestIdSchema } from './export.requests.js';
import type { Audience, StoredManifest } from './files/manifest.js';
import type { Workshop } from './files/produce.js';

/** What a manifest that is not public asks for: the permission for its file. */
const PERMISSION_FOR: Readonly<Record<Exclude<Audience['kind'], 'public'>, Permission>> = {
  microdata: 'microdata',
  official: 'officialData',
  live: 'liveResults',
  draft: 'questionnaires',
};

/** A manifest that somebody may read. @throws AppError notFound, notSignedIn, forbidden */
export async function readableManifest(workshop: Workshop, id: unknown, person: SignedInPerson | null): Promise<StoredManifest> {
  const found = await workshop.manifests.find(parseAddress(ManifestIdSchema, id));
  if (found === null) throw new AppError('notFound');
  const { kind, townIds } = found.audience;
  if (kind === 'public') return found;
  if (person === null) throw new AppError('notSignedIn');
  if (!may(person, PERMISSION_FOR[kind])) throw new AppError('forbidden');
  if (!townIds.every((townId) => mayUseTown(person, townId))) throw new AppError('notFound');
  return found;
}
