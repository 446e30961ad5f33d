import type { SignedInPerson } from '../accounts/index.js';
import { maySeeWave } from './access.js';
import type { FieldworkSurroundings } from './surroundings.js';
import type { Wave } from './wave.js';
import { countsOf, type TownCounts } from './waveCounts.js';
import type { CountedWave } from './waveTable.viewModels.js';
import type { ShownWave } from './waveWords.viewModels.js';

type Surroundings = Pick<FieldworkSurroundings, 'fieldwork' | 'board'>;

export async function shownWave(wave: Wave, { fieldwork }: Surroundings): Promise<ShownWave> {
  return { wave, study: await fieldwork.getStudy(wave.study), entry: fieldwork.entryOf(wave) };
}

/** The waves that a person may see, with the responses of the towns that they may see. */
export async function countedWaves(person: SignedInPerson, surroundings: Surroundings): Promise<CountedWave[]> {
  const { fieldwork, board } = surroundings;
  const visible = (await fieldwork.listWaves()).filter((wave) => maySeeWave(person, wave));
  return Promise.all(
    visible.map(async (wave) => ({
      ...(await shownWave(wave, surroundings)),
      responses: sumOfResponses(await countsOf(wave, person, fieldwork, board)),
    })),
  );
}

function sumOfResponses(counts: TownCounts[]): number | null {
  return counts.some(({ responses }) => responses === null)
    ? null
    : counts.reduce((sum, { responses }) => sum + (responses ?? 0), 0);
}
