import type { Town } from '../../../survey-definitions/contract/index.js';
import { mayUseTown, type SignedInPerson } from '../../accounts/index.js';
import { AppError } from '../../errors.js';
import type { FieldworkService, Study, Wave } from '../../fieldwork/index.js';
import { isCounted } from '../towns/scoreWaves.js';

/** Which wave and town a coordinator looks at. */
export interface WaveVisit {
  wave: Wave;
  study: Study;
  townId: string;
  /** Towns of the wave that the person may use. */
  towns: Town[];
}

interface Asked {
  slug: string;
  town?: string | undefined;
}

/** @throws AppError notFound for waves that do not count and for towns of others */
export async function waveVisitOf(
  fieldwork: Pick<FieldworkService, 'getWave' | 'getStudy'>,
  towns: readonly Town[],
  person: SignedInPerson,
  { slug, town }: Asked,
): Promise<WaveVisit> {
  const wave = await fieldwork.getWave(slug);
  const visible = wave.towns.map(({ townId }) => townId).filter((townId) => mayUseTown(person, townId));
  const townId = town === undefined ? visible[0] : visible.find((id) => id === town);
  if (townId === undefined || !isCounted(wave)) throw new AppError('notFound');
  return { wave, study: await fieldwork.getStudy(wave.study), townId, towns: towns.filter(({ id }) => visible.includes(id)) };
}

/** Other waves of the same population in a town: what a wave may be compared with. */
export async function comparableWavesOf(
  fieldwork: Pick<FieldworkService, 'listWaves'>,
  { wave, townId }: Pick<WaveVisit, 'wave' | 'townId'>,
): Promise<Wave[]> {
  return (await fieldwork.listWaves({ townId })).filter(
    (other) => other.slug !== wave.slug && other.population === wave.population && isCounted(other),
  );
}
