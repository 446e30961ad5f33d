import type { FieldworkService } from '../../fieldwork/index.js';
import type { TownPicture } from '../../results/index.js';
import type { ManifestFacts } from '../files/manifest.js';
import { townWeightingsOf } from '../files/townWeighting.js';
import { SUPPRESSION_RULE, waveSampling } from './facts.js';

/** What a file of scores says of the towns in it: questionnaires, methods, weighting, sampling, releases. */
export async function pictureFacts(
  pictures: readonly TownPicture[],
  fieldwork: Pick<FieldworkService, 'getWave'>,
): Promise<ManifestFacts> {
  const parts = pictures.flatMap((picture) => picture.parts);
  const weightings = pictures.flatMap(({ townId, parts: own }) =>
    own.flatMap((part) => townWeightingsOf(part.wave, townId, part.weighting)),
  );
  const waves = [...new Set(parts.map(({ wave }) => wave))].sort();
  return {
    study: null,
    wave: null,
    questionnaires: eachOnce(
      parts.map(({ definitionId, definitionVersion }) => ({ id: definitionId, version: definitionVersion })),
    ),
    methods: eachOnce(pictures.map(({ score }) => score.method)),
    weighting: weightings.length === 0 ? 'unweighted' : weightings,
    sampling: await Promise.all(waves.map(async (slug) => waveSampling(await fieldwork.getWave(slug)))),
    suppression: { k: Object.fromEntries(parts.map(({ population, k }) => [population, k])), rule: SUPPRESSION_RULE },
    protection: null,
    synthetic: pictures.some(({ score }) => score.inputs.synthetic.length > 0) ? 'yes' : 'no',
    source: {
      kind: pictures.some(({ kind }) => kind === 'live') ? 'live' : 'release',
      releases: [...new Set(pictures.flatMap(({ release }) => (release ? [release.date] : [])))].sort(),
    },
  };
}

function eachOnce<Versioned extends { id: string; version: number }>(all: readonly Versioned[]): Versioned[] {
  return [...new Map(all.map((one) => [`${one.id} ${one.version}`, one])).values()];
}
