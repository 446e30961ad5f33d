import { coinrTablesFrom, type CoinrTables } from '../../../scoring/index.js';
import type { Method } from '../../../survey-definitions/contract/index.js';
import type { FieldworkService } from '../../fieldwork/index.js';
import { textsIn } from '../../i18n/index.js';
import { scoreInputsOf, type Results, type ScoreContent, type TownPicture } from '../../results/index.js';
import type { ManifestFacts } from '../files/manifest.js';
import type { ExportFile } from '../files/produce.js';
import type { FileFormat } from '../files/profile.js';
import { roundedEstimate, roundedPoints } from '../files/rounding.js';
import { coinrDataTable, coinrMetaTable } from '../tables/coinrTable.js';
import type { IndicatorWords } from '../tables/indicatorsTable.js';
import { pictureFacts } from './pictureFacts.js';
import type { ScoreChoice } from './scoreFiles.js';

export interface CoinrFilesSurroundings {
  results: Pick<Results, 'listPictures' | 'methods'>;
  fieldwork: Pick<FieldworkService, 'getWave'>;
  words: IndicatorWords;
}

export type CoinrPart = 'iData' | 'iMeta';

const TABLES = { iData: coinrDataTable, iMeta: coinrMetaTable } as const;

/** The scores of a year in the form in which the R package COINr computes them again. */
export function createCoinrFiles({ results, fieldwork, words }: CoinrFilesSurroundings) {
  return {
    /**
     * What rests on answers is rounded as in every public file, official figures are as they are.
     *
     * @param townIds towns whose exact values somebody may have; only these are in the file then
     * @throws AppError notFound where the method is unknown
     */
    async coinr(part: CoinrPart, choice: ScoreChoice, format: FileFormat, townIds?: readonly string[]): Promise<ExportFile> {
      const method = choice.methodId === undefined ? results.methods.standard : results.methods.get(choice.methodId);
      const found = await results.listPictures({ ...choice, methodId: method.id });
      const pictures = found.pictures.filter(
        ({ score, townId }) => score.method.id === method.id && (townIds?.includes(townId) ?? true),
      );
      const tables = tablesOf(method, pictures, words, format, townIds ? 'exact' : 'public');
      const facts = await pictureFacts(pictures, fieldwork);
      return {
        what: part,
        subject: { study: method.id, version: method.version, wave: String(found.year ?? choice.year ?? 'none') },
        format,
        table: TABLES[part](tables),
        audience: townIds ? { kind: 'live', townIds: [...townIds] } : { kind: 'public', townIds: [] },
        facts: () => ({ ...facts, coinr: coinrFacts(tables) }),
      };
    },
  };
}

function coinrFacts({ means, leftOut }: CoinrTables): NonNullable<ManifestFacts['coinr']> {
  return { means: means && [...means], leftOut: leftOut.map(({ code, reason }) => ({ town: code, reason })) };
}

function tablesOf(
  method: Method,
  pictures: readonly TownPicture[],
  { townNames, indicatorNames }: IndicatorWords,
  { language }: FileFormat,
  precision: 'exact' | 'public',
): CoinrTables {
  const partNames = new Map([...method.blocks, ...method.subIndices].map(({ id, name }) => [id as string, name]));
  const unitOf = (code: string): string => {
    const indicator = method.indicators.find((candidate) => candidate.code === code);
    return indicator?.source === 'statistics' ? indicator.unit[language] : textsIn(language)('lineage.coinr_unit');
  };
  const towns = pictures.map(({ townId, score }) => ({
    code: townId,
    name: townNames.get(townId)?.[language] ?? townId,
    inputs: scoreInputsOf(method, score),
  }));
  const tables = coinrTablesFrom(method, towns, {
    name: (id) => (id === 'integral' ? method.integral.name : (partNames.get(id) ?? indicatorNames.get(id)))?.[language] ?? id,
    unit: unitOf,
  });
  if (precision === 'exact') return tables;
  const contentOf = new Map(pictures.map(({ townId, score }) => [townId, score]));
  return {
    ...tables,
    iData: tables.iData.map((row) => ({ ...row, values: publicValues(row, method, contentOf.get(row.uCode)) })),
  };
}

function publicValues(
  { values }: CoinrTables['iData'][number],
  method: Method,
  content: ScoreContent | undefined,
): CoinrTables['iData'][number]['values'] {
  const rounded = (code: string, value: number): number => {
    if (method.indicators.find((indicator) => indicator.code === code)?.source === 'survey') return roundedPoints(value);
    const isEstimate = content?.statistics.find((statistic) => statistic.code === code)?.origin === 'survey';
    return isEstimate ? roundedEstimate(value) : value;
  };
  return Object.fromEntries(Object.entries(values).map(([code, value]) => [code, value === null ? null : rounded(code, value)]));
}
