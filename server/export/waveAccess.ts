import { may, mayUseTown, type SignedInPerson } from '../accounts/index.js';
import { AppError } from '../errors.js';
import type { Wave } from '../fieldwork/index.js';

/** A wave that is only planned or tried out exists for those who work with it. @throws AppError notFound */
export function visibleWave(wave: Wave, person: SignedInPerson | null): Wave {
  const isPublic = wave.state !== 'planned' && !wave.pilot;
  const worksWithIt = may(person, 'questionnaires') || (may(person, 'liveResults') && townsOfWave(wave, person).length > 0);
  if (!isPublic && !worksWithIt) throw new AppError('notFound');
  return wave;
}

/** The towns of a wave that a person may use, in order; without any the wave does not exist. @throws AppError notFound */
export function requireSomeTown(wave: Wave, person: SignedInPerson | null): string[] {
  const townIds = townsOfWave(wave, person);
  if (townIds.length === 0) throw new AppError('notFound');
  return townIds;
}

export function townsOfWave(wave: Wave, person: SignedInPerson | null): string[] {
  return wave.towns
    .map(({ townId }) => townId)
    .filter((townId) => mayUseTown(person, townId))
    .sort();
}
