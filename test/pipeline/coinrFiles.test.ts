import { beforeAll, describe, expect, it } from 'vitest';
import { aStudy, aWave, drawnResponses, estimatesFrom, officialFigures } from '../support/resultsScenario.js';
import { coinrIndexFrom, type CoinrTables } from '../../scoring/index.js';
import { csvFrom, MACHINE } from '../../server/csv/index.js';
import { readCsvTable } from '../../server/design/exchange/workbook/readCsvTable.js';
import { loadDefinitions } from '../../server/definitions/index.js';
import { methodRegistryFrom } from '../../server/results/methods/registry.js';
import { populationReleaseFrom } from '../../server/results/releases/populationRelease.js';
import { evidenceFrom } from '../../server/results/scores/scoreEvidence.js';
import { scoreFrom } from '../../server/results/scores/scoreFrom.js';
import type { TownPicture } from '../../server/results/index.js';
import { fileFormatFrom } from '../../server/export/files/profile.js';
import { createCoinrFiles, type CoinrPart } from '../../server/export/kinds/coinrFiles.js';

const definitions = loadDefinitions(process.cwd());
const methods = methodRegistryFrom(definitions.methods);
const TOWNS = ['zhezkazgan', 'satpayev', 'balkhash'];
let pictures: TownPicture[];

beforeAll(() => {
  pictures = TOWNS.map(pictureOf);
});

function pictureOf(townId: string, seed: number): TownPicture {
  const parts = (['residents', 'researchers'] as const).map((population) => {
    const definition = definitions.definition(population, 1);
    const wave = aWave({ slug: population, population, definitionId: population, towns: [{ townId }] });
    const estimates = estimatesFrom(definition, methods.all, drawnResponses(wave, townId, definition, 60, seed + 1));
    return populationReleaseFrom({
      ...{ wave, study: aStudy(), definition, estimates },
      ...{ excludedFlags: [], previous: undefined, today: '2019-07-01' },
    });
  });
  // The last town has no funding: an empty cell, whose weight goes to the others.
  const observations = officialFigures().filter(({ input }) => seed < 2 || input !== 'research_funding');
  const evidence = evidenceFrom({
    ...{ townId, year: 2019, method: methods.standard, parts, observations },
    ...{ synthetic: 'included', software: 'aleuet 0.1.0' },
  });
  const { id, content } = scoreFrom(methods.standard, evidence);
  return { townId, year: 2019, kind: 'released', release: null, parts, score: content, scoreId: id };
}

const files = createCoinrFiles({
  results: { methods, listPictures: () => Promise.resolve({ year: 2019, pictures }) },
  fieldwork: { getWave: (slug) => Promise.resolve(aWave({ slug })) },
  words: { townNames: new Map(definitions.towns.map(({ id, name }) => [id, name])), indicatorNames: new Map() },
});

async function written(part: CoinrPart, townIds?: string[]): Promise<Record<string, string>[]> {
  const { table } = await files.coinr(part, {}, fileFormatFrom('machine', { language: 'en' }), townIds);
  let text = '';
  for await (const piece of csvFrom(table, MACHINE)) text += piece;
  const read = readCsvTable(new TextEncoder().encode(text));
  if (!('rows' in read)) throw new Error('the file cannot be read');
  const [columns = [], ...rows] = read.rows;
  return rows.map((row) => Object.fromEntries(columns.map((column, at) => [column, row[at] ?? ''])));
}

/** What R has after `read.csv(..., na.strings = "")`. */
async function readBack(townIds?: string[]): Promise<Pick<CoinrTables, 'iData' | 'iMeta' | 'means'>> {
  const number = (cell: string | undefined): number | null => (cell === undefined || cell === '' ? null : Number(cell));
  const iMeta = (await written('iMeta', townIds)).map((row) => ({
    ...row,
    ...{ Level: Number(row.Level), Parent: row.Parent === '' ? null : row.Parent },
    ...{ Direction: Number(row.Direction), Weight: Number(row.Weight) },
    ...{ goalpost_lower: number(row.goalpost_lower), goalpost_upper: number(row.goalpost_upper) },
    ...{ goalpost_scale: number(row.goalpost_scale) },
  })) as unknown as CoinrTables['iMeta'];
  const iData = (await written('iData', townIds)).map(({ uCode = '', uName = '', ...cells }) => ({
    uCode,
    uName,
    values: Object.fromEntries(Object.entries(cells).map(([code, cell]) => [code, number(cell)])),
  }));
  return { iMeta, iData, means: ['a_amean', 'a_gmean', 'a_gmean'] };
}

function storedScores(): number[] {
  return pictures.map(({ score: { result } }) => (result.integral.state === 'scored' ? result.integral.score : Number.NaN));
}

describe('the files for COINr', () => {
  it('give the stored scores when they are read back, to ten digits for those who may have exact values', async () => {
    const { integral } = coinrIndexFrom(await readBack(TOWNS)).scores;
    expect(integral).toEqual(storedScores().map((score) => expect.closeTo(score, 8) as number));
  });

  it('are rounded for the public where values rest on answers, and still give the printed score', async () => {
    const tables = await readBack();
    const [first] = tables.iData;
    expect(first?.values.D1?.toString()).toMatch(/^\d+(\.\d)?$/);
    expect(first?.values.A6).toBeCloseTo(100 * (50 / 44 - 1), 9);
    const { integral } = coinrIndexFrom(tables).scores;
    storedScores().forEach((score, at) => {
      expect(Math.abs((integral?.[at] ?? 0) - score)).toBeLessThan(0.05);
    });
  });

  it('hold the towns that somebody may use and no other, and say which means R has to take', async () => {
    expect((await written('iData', ['balkhash'])).map(({ uCode }) => uCode)).toEqual(['balkhash']);
    const { facts, audience } = await files.coinr('iMeta', {}, fileFormatFrom('machine', {}), ['balkhash']);
    expect(audience).toEqual({ kind: 'live', townIds: ['balkhash'] });
    expect(facts().coinr).toEqual({ means: ['a_amean', 'a_gmean', 'a_gmean'], leftOut: [] });
  });
});
