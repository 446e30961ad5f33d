import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { signIn } from '../../../test/support/staffVisitor.js';
import { startTestApp, type TestApp } from '../../../test/support/testApp.js';
import { createDatasetRepository } from '../datasets/dataset.repository.js';

const csv = `town,year,man,mig
balkhash,2020,10,-3
balkhash,2021,12,4
balkhash,2022,15,7
temirtau,2020,100,1
temirtau,2021,11,2
temirtau,2022,13,1
`;
const digest = createHash('sha256').update(csv).digest('hex');

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
  const columns = ['man', 'mig'].map((id) => ({ id, heading: id }));
  const kept = { digest, kind: 'panel', name: 'Two towns', source: 'a test', origin: 'upload', synthetic: true } as const;
  const datasets = createDatasetRepository(app.dependencies.database.connection);
  await datasets.add({ ...kept, csv, rows: 6, columns, savedAt: new Date(0), savedBy: 'somebody' });
});
afterAll(() => app.close());

it('an analyst describes a panel, computes a column, is told what cannot be computed, and takes the tables along', async () => {
  const analyst = await signIn(app, { roles: ['analyst'], language: 'ru' });
  const path = `/analysis/data/${digest}/description`;
  const page = await analyst.get(path);
  expect(page.status).toBe(200);
  for (const seen of ['Описание данных: Two towns', 'Темиртау, 2020', 'Корреляции Пирсона', '<svg class="chart-narrow"'])
    expect(page.html).toContain(seen);

  const growth = await analyst.get(`${path}?new=growth&of=man`);
  expect(growth.html).toContain('man_grw = man(t)/man(t−1) − 1');
  expect(growth.html).toContain('value="growth.man_grw.man" checked');

  const refused = await analyst.get(`${path}?new=log&of=mig&computed=growth.man_grw.man`);
  expect(refused.status).toBe(422);
  expect(refused.html).toContain('столбец «mig»; «Балхаш»; 2020 год; значение −3; здесь допустимо только число больше нуля');
  expect(refused.html).toContain('man_grw = man(t)/man(t−1) − 1');

  const file = await analyst.get(`${path}/dynamics.csv?dynamics=man_grw&computed=growth.man_grw.man`);
  expect(file.headers.get('content-disposition')).toContain(`dynamics_${digest.slice(0, 8)}_synthetic.csv`);
  expect(file.html).toMatch(/^town,year,man_grw,synthetic\nbalkhash,2020,,1\nbalkhash,2021,0\.2,1\n/);
  expect((await analyst.get(`${path}/summary.csv?profile=excel`)).html).toContain('man;6;0;26,8333333333;');
  expect((await analyst.get(`${path}/everything.csv`)).status).toBe(404);
});
