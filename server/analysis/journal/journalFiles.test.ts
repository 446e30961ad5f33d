import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { signIn, type StaffVisitor } from '../../../test/support/staffVisitor.js';
import { startTestApp, type TestApp } from '../../../test/support/testApp.js';
import { createDatasetRepository } from '../datasets/dataset.repository.js';

const TOWNS = ['Ә "қала"', 'балхаш', "'=1+1", 'Δ', 'NA'];
const rows = TOWNS.flatMap((town, unit) =>
  [2018, 2019, 2020].map(
    (year, time) => `"${town.replaceAll('"', '""')}",${year},${9 + unit + ((unit * 7 + time * 5) % 4)},${unit * time + 1}`,
  ),
);
const csv = `town,year,y,x\n${rows.join('\n')}\n`;
const digest = createHash('sha256').update(csv).digest('hex');
/** As awkward as a name may be: braces of our own texts, LaTeX, HTML, a formula of spreadsheets. */
const NAME = '=50 % of <b>R&D</b> {{x}} қала';

let app: TestApp;
let analyst: StaffVisitor;
let work: string;
beforeAll(async () => {
  app = await startTestApp();
  const columns = ['y', 'x'].map((id) => ({ id, heading: id }));
  const kept = { digest, kind: 'panel', name: NAME, source: NAME, origin: 'upload', synthetic: true } as const;
  const datasets = createDatasetRepository(app.dependencies.database.connection);
  await datasets.add({ ...kept, csv, rows: rows.length, columns, savedAt: new Date(0), savedBy: 'somebody' });
  analyst = await signIn(app, { roles: ['analyst'] });
  const begin = '/analysis/regression/new';
  const begun = await analyst.post(begin, { name: NAME, data: digest, preset: '' }, begin);
  work = (begun.location ?? '').replace('?done=begun', '');
  const revision = /name="revision" value="(\d+)"/.exec((await analyst.get(`${work}/models/new`)).html)?.[1] ?? '';
  const model = { name: NAME, response: 'y', terms: 'x', estimator: 'ols', errors: 'HC3', revision };
  await analyst.post(`${work}/models/new`, model, `${work}/models/new`);
});
afterAll(() => app.close());

async function file(name: string) {
  const { status, html, headers } = await analyst.get(`${work}/${name}`);
  expect(status).toBe(200);
  return { text: html, name: headers.get('content-disposition') ?? '' };
}

it('an analysis is given as tables and R code that call synthetic data synthetic and let no name be more than a name', async () => {
  const machine = await file('table.csv');
  expect(machine.name).toContain('-synthetic-table-machine.csv');
  expect(machine.text).toMatch(/^row,'=50 % of <b>R&D<\/b> \{\{x\}\} қала,.*\ndata,synthetic/);
  const spreadsheet = await file('table.csv?profile=excel-ru');
  expect(spreadsheet.text).toMatch(/;'=50 % of.*звёздочки;[^]*Данные синтетические/);
  const latex = await file('table.tex');
  expect(latex.name).toContain('-synthetic-table.tex');
  expect(latex.text).toContain(
    '\\caption{=50 \\% of \\textless{}b\\textgreater{}R\\&D\\textless{}/b\\textgreater{} \\{\\{x\\}\\} қала}',
  );
  expect(latex.text).toContain('synthetic');
  const page = await file('table.html');
  expect(page.text).toContain('<h1>=50 % of &lt;b&gt;R&amp;D&lt;/b&gt; {{x}} қала</h1>');
  expect(page.text).toMatch(/<i>synthetic<\/i>[^]*synthetic: /);
  const code = await file('analysis.R');
  expect(code.text).toContain(`# ${NAME}\n`);
  expect(code.text).toMatch(/synthetic[^]*read\.csv\("data-synthetic\.csv"/);
  expect(code.text).toContain(digest);
  expect(await file('data.csv')).toEqual({ text: csv, name: 'attachment; filename=data-synthetic.csv' });
});

it('what is not offered as a file is refused', async () => {
  expect((await analyst.get(`${work}/table.csv?profile=lotus`)).status).toBe(400);
  expect((await analyst.get('/analysis/saved/none/table.tex')).status).toBe(404);
});
