import type { FieldworkService } from '../../fieldwork/index.js';
import type { Results } from '../../results/index.js';
import type { ExportFile } from '../files/produce.js';
import type { FileFormat } from '../files/profile.js';
import { townWeightingsOf } from '../files/townWeighting.js';
import type { IndicatorWords } from '../tables/indicatorsTable.js';
import { scoresTableFrom } from '../tables/scoresTable.js';
import { SUPPRESSION_RULE, waveSampling } from './facts.js';

export interface ScoreChoice {
  year?: number | undefined;
  methodId?: string | undefined;
  synthetic?: 'included' | 'excluded' | undefined;
}

export interface ScoreFilesSurroundings {
  results: Pick<Results, 'listPictures' | 'methods'>;
  fieldwork: Pick<FieldworkService, 'getWave'>;
  words: IndicatorWords;
}

export function createScoreFiles({ results, fieldwork, words }: ScoreFilesSurroundings) {
  return {
    /** Scores of all towns in one year, as the public sees them. @throws AppError notFound */
    async scores(choice: ScoreChoice, format: FileFormat): Promise<ExportFile> {
      const method = choice.methodId === undefined ? results.methods.standard : results.methods.get(choice.methodId);
      const found = await results.listPictures({ ...choice, methodId: method.id });
      const pictures = found.pictures.filter(({ score }) => score.method.id === method.id);
      const parts = pictures.flatMap((picture) => picture.parts);
      const weightings = pictures.flatMap(({ townId, parts: own }) =>
        own.flatMap((part) => townWeightingsOf(part.wave, townId, part.weighting)),
      );
      const waves = [...new Set(parts.map(({ wave }) => wave))].sort();
      const sampling = await Promise.all(waves.map(async (slug) => waveSampling(await fieldwork.getWave(slug))));
      return {
        what: 'scores',
        subject: { study: method.id, version: method.version, wave: String(found.year ?? choice.year ?? 'none') },
        format,
        table: scoresTableFrom(pictures, { ...words, method }, format),
        audience: { kind: 'public', townIds: [] },
        facts: () => ({
          study: null,
          wave: null,
          questionnaires: eachOnce(
            parts.map(({ definitionId, definitionVersion }) => ({ id: definitionId, version: definitionVersion })),
          ),
          methods: eachOnce(pictures.map(({ score }) => score.method)),
          weighting: weightings.length === 0 ? 'unweighted' : weightings,
          sampling,
          suppression: { k: Object.fromEntries(parts.map(({ population, k }) => [population, k])), rule: SUPPRESSION_RULE },
          protection: null,
          synthetic: pictures.some(({ score }) => score.inputs.synthetic.length > 0) ? 'yes' : 'no',
          source: {
            kind: pictures.some(({ kind }) => kind === 'live') ? 'live' : 'release',
            releases: [...new Set(pictures.flatMap(({ release }) => (release ? [release.date] : [])))].sort(),
          },
        }),
      };
    },
  };
}

function eachOnce<Versioned extends { id: string; version: number }>(all: readonly Versioned[]): Versioned[] {
  return [...new Map(all.map((one) => [`${one.id} ${one.version}`, one])).values()];
}
