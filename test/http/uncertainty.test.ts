import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  rankIntervalsFrom,
  rankSensitivityFrom,
  scoreIntervalsFrom,
  scoreSensitivityFrom,
  type ScoreInputs,
} from '../../scoring/index.js';
import { inputsFrom } from '../../server/results/scores/scoreFrom.js';
import { SCORE_DRAWS } from '../../server/results/scores/scoring.js';
import { SENSITIVITY_RUNS } from '../../server/results/uncertainty/townUncertainty.js';
import { aStudy, aWave, drawnResponses, officialFigures } from '../support/resultsScenario.js';
import { startTestApp, type TestApp } from '../support/testApp.js';

/** Residents and researchers who answered; Saran has figures but nobody released it, Rudny has no official figures. */
const TOWNS = { zhezkazgan: [40, 12], balkhash: [30, 4], saran: [30, 12], rudny: [30, 12] } as const;
const RELEASED = ['zhezkazgan', 'balkhash', 'rudny'];

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp({ clock: () => new Date('2019-07-01T08:00:00Z') });
  const { fieldwork, respond, results, definitions, official } = app.dependencies;
  await fieldwork.createStudy(aStudy());
  const towns = Object.keys(TOWNS).map((townId) => ({ townId }));
  const frame = { state: 'planned', closes: '2019-12-31', towns } as const;
  const waves = [
    aWave({ ...frame, slug: 'residents-2019' }),
    aWave({ ...frame, slug: 'researchers-2019', population: 'researchers', definitionId: 'researchers' }),
  ];
  for (const [population, wave] of waves.entries()) {
    await fieldwork.createWave(wave);
    await fieldwork.changeState(wave.slug, 'open');
    for (const [townId, counts] of Object.entries(TOWNS))
      await respond.responses.insertMany(
        drawnResponses(wave, townId, definitions.definition(wave.definitionId, 1), counts[population] ?? 0, population + 7),
      );
  }
  await results.foldNow();
  for (const townId of ['zhezkazgan', 'balkhash', 'saran'])
    await official.importObservations(figuresOf(townId, definitions.town(townId).region.id), 'somebody');
  for (const townId of RELEASED) await results.release({ townId, year: 2019 }, 'somebody');
});
afterAll(() => app.close());

function figuresOf(townId: string, regionId: string) {
  const { inputs } = app.dependencies.definitions.statistics;
  return officialFigures({ status: 'synthetic' }).map(({ input, year, value, source, proxy, note }) => {
    const areaLevel = inputs.find(({ id }) => id === input)?.areaLevel ?? 'town';
    const areaId = areaLevel === 'town' ? townId : regionId;
    const date = '2019-06-01';
    return { townId, input, year, value, source, date, areaLevel, areaId, proxy, status: 'synthetic' as const, note };
  });
}

async function textAt(path: string): Promise<{ status: number; text: string; headers: Headers }> {
  const response = await fetch(`${app.baseUrl}${path}${path.includes('?') ? '&' : '?'}lang=en`);
  return { status: response.status, text: await response.text(), headers: response.headers };
}

async function rowsAt(path: string): Promise<Record<string, string>[]> {
  return parse((await textAt(path)).text, { columns: true });
}

async function inputsOf(townId: string): Promise<ScoreInputs> {
  const { results } = app.dependencies;
  const picture = (await results.findPicture(townId))?.picture;
  if (!picture) throw new Error(`${townId} has no picture`);
  return inputsFrom(results.methods.standard, picture.score);
}

const outward = ({ lower, upper }: { lower: number; upper: number }) => [Math.floor(lower), Math.ceil(upper)];
const percentages = ({ lower, upper }: { lower: number; upper: number }) => [
  Math.floor(100 * Math.max(0, lower)) / 100,
  Math.ceil(100 * Math.min(1, upper)) / 100,
];

describe('how sure a score is', () => {
  it('is in the file and on the page what the pure functions give, rounded outward', async () => {
    const { standard } = app.dependencies.results.methods;
    const inputs = await inputsOf('zhezkazgan');
    const intervals = scoreIntervalsFrom(standard, inputs, SCORE_DRAWS);
    const sensitivity = scoreSensitivityFrom(standard, inputs, SENSITIVITY_RUNS);
    if (intervals.state !== 'drawn' || sensitivity.state !== 'analysed') throw new Error('expected draws');
    const rows = await rowsAt('/towns/zhezkazgan/uncertainty.csv');
    const text = (await textAt('/towns/zhezkazgan/uncertainty')).text.replaceAll('\u00a0', ' ');
    for (const [id, { median, interval }] of Object.entries(intervals.scores)) {
      const row = rows.find((candidate) => candidate.measure === 'score' && candidate.id === id);
      expect([Number(row?.lower), Number(row?.upper)]).toEqual(outward(interval));
      expect(Number(row?.median)).toBeCloseTo(median, 0);
      expect(text).toContain(`<b>${outward(interval).join('–')}</b>`);
    }
    for (const { group, first, total } of sensitivity.groups)
      for (const [measure, share] of [
        ['first-order', first],
        ['total', total],
      ] as const) {
        const row = rows.find((candidate) => candidate.measure === measure && candidate.id === group);
        expect([Number(row?.lower), Number(row?.upper)]).toEqual(percentages(share.interval));
        expect(text).toContain(`<b>${String(Math.round(100 * Math.min(1, Math.max(0, share.share))))} %</b>`);
      }
    expect(rows.every(({ synthetic, released }) => synthetic === 'synthetic' && released === '2019-07-01')).toBe(true);
  });

  it('is told only of what has been released, by methods and years that there are', async () => {
    for (const path of [
      '/towns/saran/uncertainty',
      '/towns/nowhere/uncertainty',
      '/towns/zhezkazgan/uncertainty?method=no-such-method',
      '/towns/zhezkazgan/uncertainty?year=2001',
    ]) {
      const [address = '', query] = path.split('?');
      expect([path, (await textAt(path)).status]).toEqual([path, 404]);
      expect((await textAt(`${address}.csv${query ? `?${query}` : ''}`)).status).toBe(404);
    }
    expect((await textAt('/compare/uncertainty')).text).not.toContain('Saran');
  });

  it('does not draw what is suppressed', async () => {
    const { covariance, indicators } = await inputsOf('balkhash');
    expect(indicators.C2).toMatchObject({ state: 'missing', reason: 'suppressed' });
    for (const code of ['B4', 'C2', 'D4', 'D11']) expect(covariance?.keys).not.toContain(code);
  });

  it('is public in the API too, without a number that could tell how many answered', async () => {
    const { text } = await textAt('/api/v1/scores/balkhash/2019');
    const { uncertainty } = JSON.parse(text) as { uncertainty: { scores: Record<string, { interval: { lower: number } }> } };
    for (const { interval } of Object.values(uncertainty.scores)) expect(Number.isInteger(interval.lower)).toBe(true);
  });
});

describe('how sure the order of towns is', () => {
  it('is in the file and on the page what the pure functions give, for complete towns alone', async () => {
    const { standard } = app.dependencies.results.methods;
    const towns = [];
    for (const town of ['balkhash', 'zhezkazgan']) towns.push({ town, inputs: await inputsOf(town) });
    const rows = await rowsAt('/compare/uncertainty.csv?year=2019');
    const order = rows.filter(({ measure, flag }) => measure === 'place' && flag === '').map(({ town }) => town);
    towns.sort((a, b) => order.indexOf(a.town) - order.indexOf(b.town));
    const ranks = rankIntervalsFrom(standard, towns, SCORE_DRAWS);
    const sensitivity = rankSensitivityFrom(standard, towns, SENSITIVITY_RUNS);
    if (ranks.state !== 'drawn') throw new Error('expected draws');
    const [above = 0] = ranks.above[0]?.slice(1) ?? [];
    const pair = rows.find(({ measure, town }) => measure === 'above' && town === ranks.ranks[0]?.town);
    expect(Number(pair?.value)).toBeCloseTo(above, 1.9);
    const { text } = await textAt('/compare/uncertainty?year=2019');
    expect(text).toContain(`>${String(Math.round(100 * Number(pair?.value)))}</td>`);
    expect(rows.find(({ town }) => town === 'rudny')).toMatchObject({ flag: 'm', reason: 'partial' });
    expect(text).toMatch(/Rudny<\/a>: no complete score/);
    expect(rows.filter(({ measure }) => measure === 'total')).toHaveLength(
      sensitivity.state === 'analysed' ? sensitivity.groups.length + sensitivity.notVaried.length : 1,
    );
  });

  it('comes with a manifest of the same bytes', async () => {
    const file = await textAt('/compare/uncertainty.csv?profile=excel-ru');
    expect(file.text.startsWith('year;method;')).toBe(true);
    const address = /<([^>]+)>/.exec(file.headers.get('link') ?? '')?.[1] ?? '';
    const manifest = JSON.parse((await textAt(address)).text) as { bytes: number; content: { synthetic: string } };
    expect(manifest).toMatchObject({ bytes: Number(file.headers.get('content-length')), content: { synthetic: 'yes' } });
  });

  it('leads from the comparison and back', async () => {
    expect((await textAt('/compare?year=2019')).text).toContain('href="/compare/uncertainty?year=2019');
    expect((await textAt('/compare/uncertainty?year=2019')).text).toContain(`href="/compare?year=2019`);
    expect((await textAt('/towns/zhezkazgan')).text).toContain('href="/towns/zhezkazgan/uncertainty?year=2019');
  });
});
