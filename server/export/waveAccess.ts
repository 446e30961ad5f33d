import { may, mayUseTown, type SignedInPerson } from '../accounts/index.js';
import { AppError } from '../errors.js';
import type { Wave } from '../fieldwork/index.js';

/** A wave that is only planned exists for those who plan it. @throws AppError notFound */
export function visibleWave(wave: Wave, person: SignedInPerson | null): Wave {
  if (wave.state === 'planned' && !may(person, 'waves') && !may(person, 'questionnaires')) throw new AppError('notFound');
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
