import type { Population } from '../../../survey-definitions/contract/index.js';
import type { FieldworkService, Wave } from '../../fieldwork/index.js';

/** The waves of one population that may serve the score of a town and year. */
export interface WaveCandidates {
  population: Population;
  candidates: Wave[];
  /** The one that serves; null while none exists, or while nobody has chosen between several. */
  chosen: Wave | null;
}

export type WaveChoice = Partial<Record<Population, string>>;

const POPULATIONS: readonly Population[] = ['residents', 'researchers'];

/**
 * A score uses exactly one wave per population with its reference year; a coordinator chooses between several, and
 * they are never pooled. Pilots and planned waves never serve (methodology §3.11).
 */
export async function scoreWavesOf(
  fieldwork: Pick<FieldworkService, 'listWaves'>,
  { townId, year }: { townId: string; year: number },
  choice: WaveChoice = {},
): Promise<WaveCandidates[]> {
  const waves = (await fieldwork.listWaves({ townId, referenceYear: year })).filter(mayServe);
  return POPULATIONS.map((population) => {
    const candidates = waves.filter((wave) => wave.population === population);
    const wanted = choice[population];
    const chosen =
      wanted === undefined
        ? candidates.length === 1
          ? candidates[0]
          : undefined
        : candidates.find(({ slug }) => slug === wanted);
    return { population, candidates, chosen: chosen ?? null };
  });
}

export function mayServe(wave: Wave): boolean {
  return !wave.pilot && wave.state !== 'planned';
}
