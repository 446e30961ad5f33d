import type { Definition, Method, Population } from '../../../survey-definitions/contract/index.js';
import type { FieldworkService, Wave } from '../../fieldwork/index.js';
import type { Methods } from '../methods/registry.js';

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
 * they are never pooled. Pilots and planned waves never serve (methodology §3.11), nor do waves of a questionnaire that
 * feeds no method.
 */
export async function scoreWavesOf(
  fieldwork: Pick<FieldworkService, 'listWaves'>,
  { townId, year }: { townId: string; year: number },
  { choice = {}, serves }: { choice?: WaveChoice; serves: Serves },
): Promise<WaveCandidates[]> {
  const waves = (await fieldwork.listWaves({ townId, referenceYear: year })).filter(serves);
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

/** Whether a wave may serve a score: fieldwork that counts, and a questionnaire that feeds a method. */
export type Serves = (wave: Wave) => boolean;

export function servesScores(methods: Pick<Methods, 'all'>, definitionOf: (wave: Wave) => Definition): Serves {
  return (wave) => isCounted(wave) && feedsMethods(definitionOf(wave), methods.all);
}

/** Whether a questionnaire has an indicator that a method takes from its population: its id and code are the method's. */
function feedsMethods({ population, indicators }: Definition, methods: readonly Method[]): boolean {
  return methods.some((method) =>
    method.indicators.some(
      (wanted) =>
        wanted.source === 'survey' &&
        wanted.population === population &&
        indicators.some(({ id, code }) => id === wanted.id && code === wanted.code),
    ),
  );
}

/** Fieldwork that has begun and is no pilot. */
export function isCounted(wave: Wave): boolean {
  return !wave.pilot && wave.state !== 'planned';
}
