import { may, mayUseTown, type SignedInPerson } from '../accounts/index.js';
import { AppError } from '../errors.js';
import type { FieldworkService, Wave } from './wave.js';

/** A wave with at least one town of theirs exists for a person with limits; every other wave does not. */
export function maySeeWave(person: SignedInPerson, wave: Wave): boolean {
  return wave.towns.some(({ townId }) => mayUseTown(person, townId));
}

/** Changing a wave touches all of its towns. */
export function mayManageWave(person: SignedInPerson, wave: Wave): boolean {
  return may(person, 'waves') && wave.towns.every(({ townId }) => mayUseTown(person, townId));
}

/** @throws AppError notFound for a wave of other towns */
export async function getVisibleWave(fieldwork: FieldworkService, slug: string, person: SignedInPerson): Promise<Wave> {
  const wave = await fieldwork.getWave(slug);
  if (!maySeeWave(person, wave)) throw new AppError('notFound');
  return wave;
}

/** @throws AppError notFound for a wave of other towns, forbidden where some towns belong to others */
export async function getManagedWave(fieldwork: FieldworkService, slug: string, person: SignedInPerson): Promise<Wave> {
  const wave = await getVisibleWave(fieldwork, slug, person);
  if (!mayManageWave(person, wave)) throw new AppError('forbidden');
  return wave;
}
