import type { FieldworkService } from '../../fieldwork/index.js';
import type { Results } from '../../results/index.js';
import type { ExportFile } from '../files/produce.js';
import type { FileFormat } from '../files/profile.js';
import type { IndicatorWords } from '../tables/indicatorsTable.js';
import { scoresTableFrom } from '../tables/scoresTable.js';
import { pictureFacts } from './pictureFacts.js';

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
      const facts = await pictureFacts(pictures, fieldwork);
      return {
        what: 'scores',
        subject: { study: method.id, version: method.version, wave: String(found.year ?? choice.year ?? 'none') },
        format,
        table: scoresTableFrom(pictures, { ...words, method }, format),
        audience: { kind: 'public', townIds: [] },
        facts: () => facts,
      };
    },
  };
}
