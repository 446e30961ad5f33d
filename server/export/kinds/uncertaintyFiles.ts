import type { LocalizedText, Method } from '../../../survey-definitions/contract/index.js';
import { AppError } from '../../errors.js';
import type { FieldworkService } from '../../fieldwork/index.js';
import { ofOneVersion, type Results } from '../../results/index.js';
import { localized } from '../files/localized.js';
import type { ExportFile } from '../files/produce.js';
import type { FileFormat } from '../files/profile.js';
import type { IndicatorWords } from '../tables/indicatorsTable.js';
import { orderTableFrom } from '../tables/orderTable.js';
import { townUncertaintyTable } from '../tables/townUncertaintyTable.js';
import type { UncertaintyWords } from '../tables/uncertaintyRows.js';
import { pictureFacts } from './pictureFacts.js';
import type { ScoreChoice } from './scoreFiles.js';

export interface UncertaintyFilesSurroundings {
  results: Pick<Results, 'findPicture' | 'listPictures' | 'uncertaintyOf' | 'orderOf' | 'orderSensitivityOf' | 'methods'>;
  fieldwork: Pick<FieldworkService, 'getWave'>;
  words: IndicatorWords;
}

/** How sure public scores and the order of towns are, for files. */
export function createUncertaintyFiles({ results, fieldwork, words }: UncertaintyFilesSurroundings) {
  return {
    /** Of one town and year. @throws AppError notFound where nothing may be shown */
    async townUncertainty(townId: string, choice: ScoreChoice, format: FileFormat): Promise<ExportFile> {
      const method = choice.methodId === undefined ? results.methods.standard : results.methods.get(choice.methodId);
      const found = await results.findPicture(townId, { ...choice, methodId: method.id });
      if (found?.picture.score.method.id !== method.id) throw new AppError('notFound');
      const { picture } = found;
      const { id, version } = picture.score.method;
      const uncertainty = await results.uncertaintyOf(picture.score);
      const facts = await pictureFacts([picture], fieldwork);
      return {
        what: 'uncertainty',
        subject: { study: id, version, wave: `${townId}-${String(picture.year)}` },
        format,
        table: townUncertaintyTable(picture, uncertainty, wordsOf(method, words), format),
        audience: { kind: 'public', townIds: [] },
        facts: () => facts,
      };
    },

    /** Of the order of all towns of a year. @throws AppError notFound where nothing may be shown */
    async order({ year: asked, methodId }: ScoreChoice, format: FileFormat): Promise<ExportFile> {
      const { id } = methodId === undefined ? results.methods.standard : results.methods.get(methodId);
      const { year, pictures } = await results.listPictures({ year: asked, methodId: id });
      if (pictures.length === 0) throw new AppError('notFound');
      const { method } = ofOneVersion(pictures, id, results.methods);
      const drawn = await results.orderOf(pictures);
      const sensitivity = await results.orderSensitivityOf(pictures);
      const facts = await pictureFacts(pictures, fieldwork);
      const frame = { year, method, synthetic: facts.synthetic === 'yes' };
      return {
        what: 'order',
        subject: { study: id, version: method.version, wave: String(year) },
        format,
        table: orderTableFrom(frame, drawn, sensitivity, wordsOf(method, words), format),
        audience: { kind: 'public', townIds: [] },
        facts: () => facts,
      };
    },
  };
}

const GROUPS = [
  'normalisation',
  'goalposts',
  'weightsInBlocks',
  'weightsBetweenBlocks',
  'aggregationInBlocks',
  'aggregationBetweenBlocks',
  'omittedIndicator',
  'sampling',
] as const;

function wordsOf({ integral, subIndices, blocks }: Method, { townNames }: IndicatorWords): UncertaintyWords {
  return {
    townNames,
    partNames: new Map<string, LocalizedText>([
      ['integral', integral.name],
      ...[...subIndices, ...blocks].map(({ id, name }): [string, LocalizedText] => [id, name]),
      ...GROUPS.map((group): [string, LocalizedText] => [group, localized(`uncertainty.group_${group}`)]),
    ]),
  };
}
