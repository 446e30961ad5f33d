import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';
import type { Language } from '../../../survey-definitions/contract/index.js';
import type { Analysis } from '../../analysis/index.js';
import type { Definitions } from '../../definitions/index.js';
import type { FieldworkService } from '../../fieldwork/index.js';
import type { Official } from '../../official/index.js';
import type { Respond } from '../../respond/index.js';
import type { Results } from '../../results/index.js';
import { demonstrationObservations } from './demonstrationObservations.js';
import {
  DEMONSTRATION_SEED,
  demonstrationStudy,
  demonstrationTowns,
  demonstrationWaves,
  type SyntheticTown,
} from './demonstrationStudy.js';
import { syntheticAnswers } from './syntheticAnswers.js';

const RECORDED_BY = 'demonstration';
const MILLISECONDS_PER_ITEM = { from: 5_000, to: 14_000 };

export interface DemonstrationFeatures {
  definitions: Definitions;
  fieldwork: FieldworkService;
  respond: Respond;
  official: Official;
  results: Results;
  analysis: Pick<Analysis, 'addDemonstrationData'>;
  clock: () => Date;
}

/** Fills an empty store with the demonstration study, through the same doors that real data take. */
export async function seedDemonstration({
  definitions,
  fieldwork,
  respond,
  official,
  results,
  analysis,
  clock,
}: DemonstrationFeatures): Promise<void> {
  const waves = demonstrationWaves(clock().toISOString().slice(0, 10));
  await fieldwork.createStudy(demonstrationStudy);
  for (const wave of Object.values(waves)) {
    await fieldwork.createWave(wave);
    await fieldwork.changeState(wave.slug, 'open');
  }
  await official.importObservations(
    demonstrationObservations((townId) => definitions.town(townId).region.id),
    RECORDED_BY,
  );
  const random = xoroshiro128plus(DEMONSTRATION_SEED);
  for (const town of demonstrationTowns(waves)) await respond.submitMany(submissionsOf(town, definitions, random));
  await results.foldNow();
  await analysis.addDemonstrationData();
}

function submissionsOf({ wave, townId, count, outlook }: SyntheticTown, definitions: Definitions, random: RandomGenerator) {
  const definition = definitions.definition(wave.definitionId, wave.definitionVersion);
  return Array.from({ length: count }, (_, number) => {
    const answers = syntheticAnswers(definition, outlook, random);
    const pace = uniformInt(random, MILLISECONDS_PER_ITEM.from, MILLISECONDS_PER_ITEM.to);
    return {
      wave,
      townId,
      language: (['kk', 'ru', 'kk', 'ru', 'kk', 'ru', 'en'] satisfies Language[])[uniformInt(random, 0, 6)] ?? 'kk',
      answers,
      submissionToken: `synthetic-${townId}-${number}`,
      durationMs: pace * Object.keys(answers).length,
      origin: 'synthetic' as const,
    };
  });
}
