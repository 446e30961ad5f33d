import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signIn, type Answer, type StaffVisitor } from '../../../test/support/staffVisitor.js';
import { startTestApp, type TestApp } from '../../../test/support/testApp.js';

const PANEL = 'Город;Год;Доля\nБалхаш;2018;0,5\nАбай;2018;0,25\nБалхаш;2019;1,5\n';
const CANONICAL = 'town,year,dolya\nabai,2018,0.25\nbalkhash,2018,0.5\nbalkhash,2019,1.5\n';
const DIGEST = createHash('sha256').update(CANONICAL).digest('hex');
const ADDRESS = `/analysis/data/${DIGEST}`;

let app: TestApp;
let analyst: StaffVisitor;

beforeAll(async () => {
  app = await startTestApp();
  analyst = await signIn(app, { roles: ['analyst'] });
});
afterAll(() => app.close());

/** Sends the upload form as a browser would. */
async function upload(text: string, fields: Record<string, string> = {}): Promise<Answer> {
  const form = new FormData();
  const token = /name="_csrf" value="([^"]+)"/.exec((await analyst.get('/analysis/data/new')).html)?.[1] ?? '';
  const all = { _csrf: token, kind: 'panel', name: 'Shares of two towns', source: 'Table 1', ...fields };
  for (const [name, value] of Object.entries(all)) form.append(name, value);
  if (text !== '') form.append('file', new Blob([text]), 'shares.csv');
  const cookie = [...analyst.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const response = await fetch(`${app.baseUrl}/analysis/data/new`, {
    method: 'POST',
    body: form,
    redirect: 'manual',
    headers: { cookie },
  });
  return {
    status: response.status,
    location: response.headers.get('location'),
    html: await response.text(),
    headers: response.headers,
  };
}

describe('data of an analysis', () => {
  it('are not saved with a fault in them, or without a name; the page says what and where', async () => {
    const broken = await upload(PANEL.replace('0,25', 'a quarter'));
    expect(broken.status).toBe(422);
    expect(broken.html).toContain('Nothing has been saved: there is 1 fault');
    expect(broken.html).toMatch(/<th scope=row>3<\/th><td>Доля<\/td><td>“a quarter” is not a number\.<\/td>/);
    expect(broken.html).toContain('value="Shares of two towns"');
    const nameless = await upload('', { name: '' });
    expect(nameless.html).toContain('Choose a file.');
    expect(nameless.html).toContain('Give the data a name.');
    const both = await upload(PANEL.replace('0,25', 'a quarter'), { name: '' });
    for (const words of ['Give the data a name.', 'there is 1 fault', 'is not a number']) expect(both.html).toContain(words);
    expect((await upload(PANEL, { _csrf: 'forged' })).status).toBe(403);
    expect((await analyst.get('/analysis/data')).html).not.toContain('Shares of two towns');
  });

  it('are saved under the digest of the file that anybody may check, with what was recognised', async () => {
    const saved = await upload(PANEL, { synthetic: 'yes' });
    expect(saved.location).toBe(`${ADDRESS}?done=saved`);
    const file = await analyst.get(`${ADDRESS}/data.csv`);
    expect(file.html).toBe(CANONICAL);
    expect(file.headers.get('content-disposition')).toContain('_synthetic.csv');
    const { html } = await analyst.get(ADDRESS);
    for (const words of [DIGEST, 'Synthetic demonstration', 'Abai, 2019: there is no row.', 'exceeds 1: 1.5', 'share (0–1)'])
      expect(html).toContain(words);
  });

  it('are led to where they are if somebody brings them again, in another form', async () => {
    const again = await upload(
      'year,town,доля\n2019,balkhash,1.5\n2018,balkhash,.50\n2018,abai,0.250\n'.replace(',.50', ',0.50'),
    );
    expect(again.location).toBe(`${ADDRESS}?done=existing`);
    expect((await analyst.get(`${ADDRESS}?done=existing`)).html).toContain('The very same data are here already');
  });

  it('can be made of official statistics, and say on which figures they rest', async () => {
    const figures = [2018, 2019].map((year) => ({
      townId: 'zhezkazgan', input: 'avg_salary_region', year, value: 150_000 + year, source: 'Yearbook', date: '2020-01-01',
      areaLevel: 'country' as const, areaId: 'kazakhstan', proxy: true, status: 'estimate' as const, note: '',
    })); // prettier-ignore
    await app.dependencies.official.importObservations(figures, 'system');
    const page = await analyst.get('/analysis/data/official');
    expect(page.html).toContain('value="Official statistics, 2018–2019"');
    const choice = { name: 'Salaries', from: '2018', to: '2019', raw: ['avg_salary_region', 'population'] };
    const built = await analyst.post('/analysis/data/official', choice, '/analysis/data/official');
    expect(built.status).toBe(303);
    const { html } = await analyst.get(built.location ?? '');
    expect(html).toContain('catalogue version 1, 2 figures');
    expect(html).toContain('the figure of another area stands in – Zhezkazgan: 2018, 2019');
    const nothing = await analyst.post('/analysis/data/official', { ...choice, raw: [], from: '2019', to: '2018' });
    expect(nothing.status).toBe(422);
    expect(nothing.html).toContain('Choose at least one figure.');
    expect(nothing.html).toContain('The last year must not be before the first.');
  });

  it('are removed by whoever brought them, and by nobody else', async () => {
    const other = await signIn(app, { roles: ['coordinator'] });
    expect((await other.post(`${ADDRESS}/remove`)).status).toBe(403);
    expect((await analyst.post(`${ADDRESS}/remove`)).location).toBe('/analysis/data');
    expect((await analyst.get(ADDRESS)).status).toBe(404);
    const admin = await signIn(app, { roles: ['admin'] });
    expect((await admin.get('/accounts/audit')).html).toContain(`Shares of two towns (${DIGEST.slice(0, 8)})`);
  });
});
