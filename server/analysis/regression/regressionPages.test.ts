import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { signIn } from '../../../test/support/staffVisitor.js';
import { startTestApp, type TestApp } from '../../../test/support/testApp.js';
import { createDatasetRepository } from '../datasets/dataset.repository.js';
import { savedAnalysisModel } from '../saved/savedAnalysis.model.js';

const TOWNS = ['balkhash', 'temirtau', 'rudny', 'zhanaozen', 'satbayev', 'ridder'];
/** Six towns in five years; `double` is twice `workers`, and `balance` is negative in places. */
const rows = TOWNS.flatMap((town, unit) =>
  [2018, 2019, 2020, 2021, 2022].map((year, time) => {
    const workers = 20 + ((unit * 7 + time * 5) % 13);
    const output = 100 + 9 * workers + 40 * unit + ((unit * 11 + time * 17) % 23);
    return [town, year, output, workers, 2 * workers, ((unit + 2) * (time + 3)) % 7, ((unit * time) % 5) - 2].join(',');
  }),
);
const csv = `town,year,output,workers,double,firms,balance\n${rows.join('\n')}\n`;
const digest = createHash('sha256').update(csv).digest('hex');

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
  const columns = ['output', 'workers', 'double', 'firms', 'balance'].map((id) => ({ id, heading: id }));
  const kept = { digest, kind: 'panel', name: 'Six towns', source: 'a test', origin: 'upload', synthetic: true } as const;
  const datasets = createDatasetRepository(app.dependencies.database.connection);
  await datasets.add({ ...kept, csv, rows: rows.length, columns, savedAt: new Date(0), savedBy: 'somebody' });
});
afterAll(() => app.close());

const revisionOn = (html: string): string => /name="revision" value="(\d+)"/.exec(html)?.[1] ?? '';

it('an analyst computes columns, estimates models, and saves what gives the same numbers ever after', async () => {
  const analyst = await signIn(app, { roles: ['analyst'] });
  const begun = '/analysis/regression/new';
  const lacking = await analyst.post(begun, { name: 'Output', data: digest, preset: 'l24' }, begun);
  expect(lacking.status).toBe(422);
  expect(lacking.html).toContain('These models need columns that the data lack');
  const started = await analyst.post(begun, { name: 'Output', data: digest, preset: '' }, begun);
  const bench = (started.location ?? '').replace('?done=begun', '');

  const addColumn = async (fields: Record<string, string>) =>
    analyst.post(`${bench}/transformations`, { revision: revisionOn((await analyst.get(bench)).html), ...fields }, bench);
  expect((await addColumn({ kind: 'log', of: 'output', column: 'log_output' })).status).toBe(303);
  const negative = await addColumn({ kind: 'log', of: 'balance', column: 'log_balance' });
  expect(negative.status).toBe(422);
  expect(negative.html).toContain('“Balkhash”; year 2018; value −2');
  expect(negative.html).toContain('Other such values of this column: Balkhash, 2019 (−2)');
  expect((await analyst.get(bench)).html).toContain('log_output = ln(output)');

  const form = `${bench}/models/new`;
  const addModel = async (fields: Record<string, string | string[]>) =>
    analyst.post(
      form,
      {
        response: 'log_output',
        estimator: 'ols',
        errors: 'HC3',
        revision: revisionOn((await analyst.get(form)).html),
        ...fields,
      },
      form,
    );
  expect((await addModel({ name: 'OLS', terms: ['workers', 'firms'] })).status).toBe(303);
  const within = { estimator: 'within-individual', errors: 'cluster' };
  expect((await addModel({ name: 'FE', terms: 'workers', ...within })).status).toBe(303);
  const dependent = await addModel({ name: 'twice', terms: ['workers', 'firms', 'double'] });
  expect(dependent.status).toBe(422);
  expect(dependent.html).toContain('These columns depend on each other: workers, double.');
  expect(dependent.html).toContain('value="double" checked');
  expect((await addModel({ name: 'robust', terms: 'workers', estimator: 'huber' })).html).toContain(
    'These standard errors are not defined for this estimator.',
  );

  const model = await analyst.get(`${bench}/models/2`);
  expect(model.html).toContain('There are only 6 clusters');
  expect(model.html).toContain('chart-narrow');
  const older = await analyst.post(`${bench}/models/1/duplicate?revision=1`, {}, bench);
  expect(older.status).toBe(409);
  expect(older.html).toContain('The analysis was changed in another window meanwhile, so nothing was done.');
  expect(older.html).toContain('log_output ~ workers + firms');
  const edit = {
    before: 'OLS',
    name: 'OLS',
    response: 'log_output',
    terms: 'workers',
    estimator: 'ols',
    errors: 'HC3',
    revision: '1',
  };
  expect((await analyst.post(`${bench}/models/1/edit`, edit, bench)).status).toBe(409);
  expect((await analyst.post(`${bench}/models/2/edit`, edit, bench)).html).toContain('so nothing was done');

  const saving = await analyst.post(
    `${bench}/save`,
    { name: 'Output, final', revision: revisionOn((await analyst.get(bench)).html) },
    bench,
  );
  const saved = (saving.location ?? '').replace('?done=saved', '');
  const opened = await analyst.get(saved);
  for (const seen of ['all figures are the same', digest, 'aleuet ', 'log_output = ln(output)', 'FE'])
    expect(opened.html).toContain(seen);

  const colleague = await signIn(app, { roles: ['analyst'] });
  expect((await colleague.get(bench)).status).toBe(404);
  expect((await colleague.get(saved)).html).toContain('all figures are the same');
  expect((await colleague.post(`${saved}/remove`, {}, saved)).status).toBe(403);
  const copy = await colleague.post(`${saved}/copy`, {}, saved);
  expect((await colleague.get(copy.location ?? '')).html).toContain('log_output ~ workers + firms');
  const admin = await signIn(app, { roles: ['admin'] });
  expect((await admin.post(`/analysis/data/${digest}/remove`, {}, begun)).status).toBe(409);

  const document = savedAnalysisModel(app.dependencies.database.connection);
  await document.updateOne({ _id: saved.split('/').at(-1) ?? '' }, { 'figures.0.coefficients.1.estimate': 0.5 });
  const forged = await analyst.get(saved);
  expect(forged.html).toContain('1 figure differs from the one saved');
  expect(forged.html).toContain('workers: estimate');
  expect((await analyst.post(`${saved}/remove`, {}, saved)).location).toBe('/analysis/regression');
  const log = (await admin.get('/accounts/audit')).html;
  for (const deed of ['analysis saved', 'saved analysis removed']) expect(log).toContain(deed);
  expect(log).toContain(`Output, final (${(saved.split('/').at(-1) ?? '').slice(0, 8)})`);
});

it('a preset is not begun on data of which it cannot be computed: the page says where they stand in the way', async () => {
  const analyst = await signIn(app, { roles: ['analyst'] });
  const panel = (y: number): string =>
    `town,year,inno,labour_force,man,net_migration,population,y\n${[2019, 2020, 2021].map((year) => `rudny,${year},1,50,4,7,120,${year === 2020 ? y : 9}`).join('\n')}\n`;
  const begin = async (y: number) => {
    const content = {
      csv: panel(y),
      rows: 3,
      columns:
        panel(y)
          .split('\n')[0]
          ?.split(',')
          .slice(2)
          .map((id) => ({ id, heading: id })) ?? [],
    };
    const kept = { kind: 'panel', name: `y ${y}`, source: 'a test', origin: 'upload', synthetic: true } as const;
    const data = createHash('sha256').update(content.csv).digest('hex');
    const datasets = createDatasetRepository(app.dependencies.database.connection);
    await datasets.add({ ...kept, ...content, digest: data, savedAt: new Date(0), savedBy: 'somebody' });
    const form = '/analysis/regression/new';
    return analyst.post(form, { name: 'Eight models', data, preset: 'l24' }, form);
  };
  const refused = await begin(0);
  expect(refused.status).toBe(422);
  expect(refused.html).toContain('column “y”; “Rudny”; year 2020; value 0; only a number above zero is possible here');
  const begun = await begin(8);
  expect(begun.status).toBe(303);
  expect((await analyst.get(begun.location ?? '')).html).toContain('These models cannot be estimated');
});
