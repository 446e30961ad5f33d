import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signIn, type StaffVisitor } from '../../../test/support/staffVisitor.js';
import { startTestApp, type TestApp } from '../../../test/support/testApp.js';

const YEAR = '/analysis/scenario/karazhal/2023';

describe('the development scenario of a town', () => {
  let app: TestApp;
  let analyst: StaffVisitor;
  let inputs: Record<string, string>;
  beforeAll(async () => {
    app = await startTestApp({ clock: () => new Date('2026-11-20T10:15:30Z') });
    analyst = await signIn(app, { roles: ['analyst'], signInName: 'analyst' });
    const printed = app.dependencies.definitions.publishedScenarios.towns.find(({ town }) => town === 'karazhal');
    inputs = { ...printed?.inputs, source: 'Таблица 3', revision: '0' };
  });
  afterAll(() => app.close());

  test('is entered with faults named beside the fields, then shown with bands, marks and the recommended mix', async () => {
    const faulty = await analyst.post(`${YEAR}/edit`, { ...inputs, wage: '96/0' }, `${YEAR}/edit`);
    expect(faulty.status).toBe(422);
    expect(faulty.html).toContain('The fraction “96/0” is divided by zero.');
    expect(faulty.html).toContain('value="652/12300"');
    const saved = await analyst.post(`${YEAR}/edit`, inputs, `${YEAR}/edit`);
    expect([saved.status, saved.location]).toEqual([303, `${YEAR}?done=saved`]);
    const { html } = await analyst.get(YEAR);
    expect(html).toContain('√(71 × 50)');
    expect(html).toMatch(/<b>59\.6<\/b> <span>medium, 35/);
    expect(html).toContain('3 of 6');
    expect(html).toContain('Recommended mix of scenarios: balanced (46\u00a0%) as the basis, complemented by');
    expect(html).toContain('Reconstructed rule');
  });

  test('stands beside what the paper prints, with the reason of every difference', async () => {
    const { html } = await analyst.get('/analysis/scenario/published/balkhash');
    expect(html.match(/band differs/g)).toHaveLength(1);
    expect(html.match(/value differs/g)).toHaveLength(1);
    expect(html.match(/Note c\. 298\/12300 is 2\.4\u00a0%/g)).toHaveLength(1);
    expect(html).toContain('<a href="#note-c">note c (above)</a>');
    expect(html.match(/agrees: cut off/g)).toHaveLength(3);
    expect((await analyst.get('/analysis/scenario/published/abai')).status).toBe(404);
  });

  test('is shown with unemployment reversed only when asked, and both stand side by side', async () => {
    expect((await analyst.get(YEAR)).html).not.toContain('Reversed');
    const { html } = await analyst.get(`${YEAR}?unemployment=reversed`);
    expect(html).toContain('<th scope="col">Reversed</th>');
  });

  test('keeps what was typed when somebody else was faster', async () => {
    const late = await analyst.post(`${YEAR}/edit`, { ...inputs, wage: '98', revision: '0' }, `${YEAR}/edit`);
    expect(late.status).toBe(409);
    expect(late.html).toContain('name="revision" value="1"');
    expect(late.html).toContain('value="98"');
    expect((await analyst.post(`${YEAR}/edit`, { ...inputs, wage: '98', revision: '1' }, `${YEAR}/edit`)).status).toBe(303);
    expect((await analyst.get(YEAR)).html).toContain('Revision 2, in use');
  });

  test('of another town is nobody’s to enter who is limited to towns, though everybody may read it', async () => {
    const limited = await signIn(app, { roles: ['coordinator'], townIds: ['balkhash'] });
    expect((await limited.get(YEAR)).status).toBe(200);
    expect((await limited.get(`${YEAR}/edit`)).status).toBe(404);
    expect((await limited.post(`${YEAR}/edit`, inputs, '/accounts/me')).status).toBe(404);
    expect((await limited.get('/analysis/scenario/balkhash/2023/edit')).status).toBe(200);
  });

  test('is ranked, and goes into a file byte for byte', async () => {
    const { html } = await analyst.get('/analysis/scenario?year=2023&order=demographic');
    expect(html).toContain(`<a href="${YEAR}">Karazhal</a>`);
    expect(html).toContain('below average · place\u00a01');
    const file = await analyst.get('/analysis/scenario/scenarios.csv?year=2023');
    expect(file.headers.get('content-disposition')).toContain('m25-scenario_v1_2023_scenarios_machine_en_20261120T101530Z.csv');
    expect(file.html).toMatchSnapshot();
    const excel = await analyst.get('/analysis/scenario/scenarios.csv?year=2023&profile=excel-kk');
    expect(excel.html).toMatchSnapshot();
  });

  test('that went into a file can be read from it again, fractions as they were typed', async () => {
    const { html: file } = await analyst.get('/analysis/scenario/scenarios.csv?year=2023');
    expect((await upload(file)).location).toBe('/analysis/scenario/import?added=0&revised=0&unchanged=1');
    const earlier = file.replace('karazhal,2023,', 'karazhal,2021,').replace('11.4583333333', '12');
    expect((await upload(earlier)).location).toBe('/analysis/scenario/import?added=1&revised=0&unchanged=0');
    const { html } = await analyst.get('/analysis/scenario/karazhal/2021/edit');
    expect(html.match(/value="(?:3\/94|12|652\/12300)"/g)).toHaveLength(3);
  });

  test('comes from a file, whose faults are named with row and column', async () => {
    const template = await analyst.get('/analysis/scenario/template.csv?year=2022');
    const [header = '', , , first = ''] = template.html.replace('\ufeff', '').split('\r\n');
    expect(first.startsWith('abai,2022,')).toBe(true);
    const row = (cells: Record<string, string>) =>
      header
        .split(',')
        .map((name) => ({ ...inputs, town: 'abai', year: '2022', source: 'Table 3', ...cells })[name] ?? '')
        .join(',');
    const refused = await upload([header, row({}), row({ town: 'aksu', enterprise_output: '120' })].join('\n'));
    expect(refused.status).toBe(422);
    expect(refused.html).toMatch(/<th scope=row>3<\/th><td>enterprise_output<\/td><td>This is 120, but/);
    const done = await upload([header, row({}), row({ town: 'aksu' })].join('\n'));
    expect(done.location).toBe('/analysis/scenario/import?added=2&revised=0&unchanged=0');
  });

  async function upload(text: string) {
    const page = await analyst.get('/analysis/scenario/import');
    const form = new FormData();
    form.set('_csrf', /name="_csrf" value="([^"]+)"/.exec(page.html)?.[1] ?? '');
    form.set('file', new Blob([text], { type: 'text/csv' }), 'inputs.csv');
    const cookie = [...analyst.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const init = { method: 'POST', body: form, redirect: 'manual', headers: { cookie } } as const;
    const response = await fetch(`${app.baseUrl}/analysis/scenario/import`, init);
    return { status: response.status, location: response.headers.get('location'), html: await response.text() };
  }
});
