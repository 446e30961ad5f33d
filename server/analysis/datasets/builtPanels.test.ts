import { afterAll, beforeAll, expect, test } from 'vitest';
import { createVisitor, signIn, type StaffVisitor } from '../../../test/support/staffVisitor.js';
import { startTestApp, type TestApp } from '../../../test/support/testApp.js';

let app: TestApp;
let analyst: StaffVisitor;
beforeAll(async () => {
  app = await startTestApp({ environment: { DEMO: '1' } });
  await app.dependencies.operations.prepareDemonstration();
  analyst = await signIn(app, { roles: ['analyst'] });
});
afterAll(() => app.close());

/** Builds a panel by its form; its address, its rows by town and year, and its page. */
async function built(kind: 'official' | 'published', choice: Record<string, string | string[]>) {
  const form = `/analysis/data/${kind}`;
  const answer = await analyst.post(form, { name: 'A panel', from: '2014', to: '2019', ...choice }, form);
  const address = (answer.location ?? '').replace('?done=saved', '');
  const [header = '', ...lines] = (await analyst.get(`${address}/data.csv`)).html.trim().split('\n');
  const names = header.split(',');
  const rows = lines.map((line) => Object.fromEntries(line.split(',').map((cell, at) => [names[at] ?? '', cell])));
  const rowOf = (town: string, year: number) => rows.find((row) => row.town === town && row.year === String(year));
  return { address, rows, rowOf, page: (await analyst.get(address)).html };
}

async function figuresOf(town: string) {
  const figures = await app.dependencies.official.observationsOf([town]);
  return (input: string, year: number): number =>
    figures.find((figure) => figure.input === input && figure.year === year)?.value ?? Number.NaN;
}

async function leadsOn(address: string): Promise<void> {
  expect((await analyst.get(`${address}/description`)).status).toBe(200);
  const data = address.split('/').at(-1) ?? '';
  const begun = await analyst.post('/analysis/regression/new', { name: 'A try', data, preset: '' }, '/analysis/regression/new');
  expect(begun.location).toMatch(/^\/analysis\/regression\/.*\?done=begun$/);
}

test('a panel of official statistics has the figures of each year and what is computed of them, none of another year', async () => {
  const { address, rows, rowOf, page } = await built('official', {
    raw: ['population', 'researchers', 'degree_holders'],
    computed: ['researchers_per_10k', 'a4_degree_holders_change_5y'],
  });
  const figureOf = await figuresOf('balkhash');
  const balkhash = rowOf('balkhash', 2019);
  expect(Number(balkhash?.population)).toBe(figureOf('population', 2019));
  const density = (figureOf('researchers', 2019) / figureOf('population', 2019)) * 10_000;
  expect(Number(balkhash?.researchers_per_10k)).toBeCloseTo(density, 9);
  const holders = ['doctors_of_science', 'phd_doctors', 'candidates_of_science'].map((input) => figureOf(input, 2019));
  const change = (holders.reduce((sum, count) => sum + count, 0) / figureOf('degree_holders', 2014) - 1) * 100;
  expect(Number(balkhash?.a4_degree_holders_change_5y)).toBeCloseTo(change, 9);
  expect(rowOf('balkhash', 2014)).toMatchObject({ population: '', researchers_per_10k: '' });
  expect(rows.every(({ year }) => Number(year) <= 2019)).toBe(true);
  for (const words of ['catalogue version', 'SHA-256 of the figures used', 'Synthetic data', 'Synthetic demonstration'])
    expect(page).toContain(words);
  await leadsOn(address);
});

test('a panel of published scores has what anybody may read, to the digit', async () => {
  const { address, rows, rowOf, page } = await built('published', {
    scores: ['integral', 'block_c'],
    subjective: ['c1', 'd7'],
    statistics: ['a1', 'a7', 'b4'],
  });
  expect(rows.length).toBeGreaterThan(1);
  const open = await createVisitor(app.baseUrl).get('/api/v1/scores/balkhash/2019');
  const score = JSON.parse(open.html) as PublicScore;
  const valueOf = (code: string) => score.result.indicators.find((indicator) => indicator.code === code)?.value ?? Number.NaN;
  const row = rowOf('balkhash', 2019);
  expect(Number(row?.integral)).toBe(score.result.integral.score);
  expect(Number(row?.block_c)).toBe(score.result.blocks.find(({ id }) => id === 'C')?.score);
  for (const code of ['C1', 'D7', 'B4']) expect(Number(row?.[code.toLowerCase()])).toBe(valueOf(code));
  const figureOf = await figuresOf('balkhash');
  expect(Number(row?.a1)).toBeCloseTo((figureOf('researchers', 2019) / figureOf('population', 2019)) * 10_000, 9);
  expect(row).not.toHaveProperty('a7');
  expect(page).toContain('changing score of the demonstration');
  expect(page).toContain('Synthetic data');
  await leadsOn(address);
});

interface PublicScore {
  result: {
    integral: { score: number };
    blocks: { id: string; score: number }[];
    indicators: { code: string; value: number }[];
  };
}

test('a form without a choice, or of years without figures, comes again and says so', async () => {
  const form = '/analysis/data/published';
  const years = { name: 'A panel', from: '1990', to: '1991' };
  const nothing = await analyst.post(form, { ...years, scores: 'integral' }, form);
  expect(nothing.status).toBe(422);
  expect(nothing.html).toContain('value="1990"');
  expect((await analyst.post(form, years, form)).html).toContain('Choose at least one');
});
