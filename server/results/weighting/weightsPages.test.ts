import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FIELD_DAY, openWave } from '../../../test/support/openWave.js';
import { drawnAnswers, seededNumbers } from '../../../test/support/resultsScenario.js';
import { signIn, type StaffVisitor } from '../../../test/support/staffVisitor.js';
import { startTestApp, type TestApp } from '../../../test/support/testApp.js';

const TOWN = 'zhezkazgan';
const SOURCE = { source: 'Census, table 3', year: '2021' };

let app: TestApp;
let coordinator: StaffVisitor;
beforeAll(async () => {
  app = await startTestApp({ clock: () => FIELD_DAY });
  for (const slug of ['by-form', 'by-file', 'with-few', 'of-a-small-town']) await receive(slug);
  await app.dependencies.results.foldNow();
  coordinator = await signIn(app, { roles: ['coordinator'], signInName: 'aigul' });
}, 60_000);
afterAll(() => app.close());

/** 12 men whose satisfaction with life is 7 or 9 of 10 and 8 women with 2 or 4; nobody is under 25 or over 44. */
async function receive(slug: string): Promise<void> {
  const { definitions, fieldwork, respond } = app.dependencies;
  const wave = await openWave(fieldwork, { slug });
  const definition = definitions.definition('residents', 1);
  const random = seededNumbers(1);
  await respond.submitMany(
    Array.from({ length: 20 }, (_, at) => {
      const person =
        at < 12 ? { sex: 1, d1_life_satisfaction: 7 + 2 * (at % 2) } : { sex: 2, d1_life_satisfaction: 2 + 2 * (at % 2) };
      const age_group = 2 + (Math.floor(at / 2) % 2);
      return {
        wave,
        townId: TOWN,
        language: 'kk' as const,
        answers: drawnAnswers(definition, random, { ...person, age_group }),
        submissionToken: `${slug}-${String(at)}`.padEnd(16, '-'),
        origin: 'import' as const,
      };
    }),
  );
}

const addressOf = (wave: string, deed = ''): string => `/results/waves/${wave}/weights${deed}?town=${TOWN}`;
const formOf = (wave: string, variables: string): string => `${addressOf(wave, '/margin')}&variables=${variables}`;

async function enterSex(wave: string, men: string, women: string) {
  const address = formOf(wave, 'sex');
  return coordinator.post(address, { unit: 'count', 'share-1': men, 'share-2': women, ...SOURCE }, address);
}

/** The texts of the cells of the row that begins with a text. */
function cellsOf(html: string, begins: string): string[] {
  const rows = html.split('<tr>').map((row) =>
    (row.split('</tr>')[0] ?? '')
      .split(/<t[dh]\b/)
      .slice(1)
      .map((cell) => cell.replace(/^[^>]*>|<[^>]*>/g, ' ').replace(/\s+/g, ' ').trim()),
  ); // prettier-ignore
  return rows.find(([name]) => name === begins) ?? [];
}

async function upload(visitor: StaffVisitor, wave: string, text: string) {
  const page = await visitor.get(addressOf(wave));
  const body = new FormData();
  body.set('_csrf', /name="_csrf" value="([^"]+)"/.exec(page.html)?.[1] ?? '');
  body.set('file', new Blob([text], { type: 'text/csv' }), 'margins.csv');
  const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const response = await fetch(app.baseUrl + addressOf(wave, '/import'), { method: 'POST', body, redirect: 'manual', headers: { cookie } });
  return { status: response.status, html: await response.text() };
} // prettier-ignore

describe('margins entered by a person', () => {
  it('are refused with every fault beside its field, and what was typed stays', async () => {
    const { status, html } = await enterSex('by-form', 'many', '600');
    expect(status).toBe(422);
    expect(html).toContain('<title>Error:');
    expect(html).toContain('href="#share-1"');
    expect(html).toContain('value="many"');
  });

  it('give the estimate that one finds by hand beside the unweighted one', async () => {
    expect((await enterSex('by-form', '400', '600')).status).toBe(303);
    const { html } = await coordinator.get(addressOf('by-form'));
    expect(html).toContain('Raking, 1 distribution.');
    // 0.4·80 + 0.6·30 = 50 against (12·80 + 8·30)/20 = 60; 50 ± 2.093·√(20/19·(12/9 + 8·0.5625)) by hand.
    expect(cellsOf(html, 'D1').slice(2, 6)).toEqual(['50.0 44.8–55.2', '60.0 47.3–72.7', '−10.0', '20 / 20']);
    expect(cellsOf(html, 'Male')).toEqual(['Male', '12', '40.0 %', '60.0 %', '40.0 %', '40.0 %']);
    expect((await coordinator.get('/results/waves/by-form')).html).toContain('50.0');
  });

  it('stand in the audit log and in a history that keeps what was there before', async () => {
    await enterSex('by-form', '450', '550');
    const { html } = await coordinator.get(addressOf('by-form'));
    const history = html.slice(html.indexOf('id="history"'));
    expect(cellsOf(history, '1').slice(2, 4)).toEqual(['aigul', 'Raking']);
    expect(cellsOf(history, '2').slice(2, 6)).toEqual(['aigul', 'Raking', '1', '0']);
    const admin = await signIn(app, { roles: ['admin'] });
    expect((await admin.get('/accounts/audit')).html).toContain('weights changed');
  });

  it('of the same population must agree in their totals', async () => {
    const address = formOf('by-form', 'edu3');
    const fields = { unit: 'count', 'share-1': '300', 'share-2': '300', 'share-3': '410', ...SOURCE };
    const { status, html } = await coordinator.post(address, fields, address);
    expect(status).toBe(422);
    expect(html).toContain('The total is 1,010, but 1,000 by “Sex”: more than 0.5 % apart.');
  });
});

describe('margins from a file', () => {
  const HEADER = 'variable,category,count,source,year';

  it('are taken whole or not at all, with each fault by row and column', async () => {
    const { status, html } = await upload(coordinator, 'by-file', `${HEADER}\nsex,1,400,Census,2021\nsex,7,600,Census,2021`);
    expect(status).toBe(422);
    expect(cellsOf(html, '3')).toEqual(['3', 'category', 'There is no category “7”.']);
    expect((await coordinator.get(addressOf('by-file'))).html).toContain('Unweighted: every answer counts once.');
  });

  it('come out as they went in', async () => {
    expect((await upload(coordinator, 'by-file', `${HEADER}\nsex,1,400,Census,2021\nsex,2,600,Census,2021`)).status).toBe(303);
    const { html: csv, headers } = await coordinator.get(addressOf('by-file', '/margins.csv'));
    expect(headers.get('content-disposition')).toContain('by-file');
    expect(csv).toContain('sex,1,Male,400,,Census,2021');
    expect((await upload(coordinator, 'by-file', csv)).status).toBe(303);
  });

  it('need a form that has not expired', async () => {
    const visitor = await signIn(app, { roles: ['coordinator'] });
    const body = new FormData();
    body.set('file', new Blob([HEADER]), 'margins.csv');
    const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(app.baseUrl + addressOf('by-file', '/import'), { method: 'POST', body, headers: { cookie } });
    expect(response.status).toBe(403);
  });
});

describe('a category that nobody answered from', () => {
  it('is named, stops every estimate of the wave, and is merged once a person says so', async () => {
    const address = formOf('with-few', 'age_group');
    const ages = { 'share-2': '300', 'share-3': '300', 'share-4': '400' };
    await coordinator.post(address, { unit: 'count', ...ages, ...SOURCE }, address);

    const { html } = await coordinator.get(addressOf('with-few'));
    expect(html).toContain('Nobody of the category “45–54” of the distribution “Age” has answered.');
    expect(cellsOf(html, 'D1')[2]).toBe('not computed');
    expect((await coordinator.get('/results/waves/with-few')).html).toContain('The weights of wave with-few cannot be computed');

    const merge = /action="([^"]*weights\/merge[^"]*)"/.exec(html)?.[1]?.replaceAll('&#38;', '&').replaceAll('&amp;', '&') ?? '';
    expect((await coordinator.post(merge, {}, addressOf('with-few'))).status).toBe(303);
    const after = (await coordinator.get(addressOf('with-few'))).html;
    expect(cellsOf(after, 'D1')[2]).toMatch(/^\d/);
    expect(after).toContain('35–44 + 45–54');

    const separate =
      /action="([^"]*weights\/separate[^"]*)"/.exec(after)?.[1]?.replaceAll('&#38;', '&').replaceAll('&amp;', '&') ?? '';
    await coordinator.post(separate, {}, addressOf('with-few'));
    expect((await coordinator.get(addressOf('with-few'))).html).toContain('Nobody of the category');
  });

  it('lets nothing of the town and year be published, rather than publish it unweighted', async () => {
    const { results } = app.dependencies;
    const draft = await results.draftOf({ townId: TOWN, year: 2026, waves: { residents: 'with-few' } });
    expect(draft.parts).toEqual([]);
    expect(draft.weightingFaults).toMatchObject([{ fault: { code: 'empty-category', codes: [4] } }]);
    const release = results.release({ townId: TOWN, year: 2026, waves: { residents: 'with-few' } }, 'somebody');
    await expect(release).rejects.toMatchObject({ code: 'conflict' });
  });
});

describe('the weights of a wave', () => {
  it('are published with their margins and source, and as far as counts may be with their effect', async () => {
    const draft = await app.dependencies.results.draftOf({ townId: TOWN, year: 2026, waves: { residents: 'by-file' } });
    expect(draft.parts[0]?.next.weighting).toMatchObject({
      adjustment: 'raking',
      margins: [{ variables: ['sex'], source: 'Census', year: 2021 }],
      conservative: false,
      standing: {},
    });
    expect(draft.parts[0]?.next.estimates.cells.D1?.cell).toMatchObject({ figure: { value: expect.closeTo(50, 4) as number } });
  });

  it('stand in the files of single responses and in their papers', async () => {
    const form = { wave: 'by-file', what: 'responses', profile: 'machine', labels: 'codes', purpose: 'a test of weights' };
    const { html: csv, headers } = await coordinator.post('/export', form, '/export');
    const [header = '', ...rows] = csv.trim().split('\n').map((line) => line.split(',')); // prettier-ignore
    const [sex, weight] = [header.indexOf('sex'), header.indexOf('_weight')];
    expect(new Set(rows.map((row) => `${row[sex] ?? ''} ${row[weight] ?? ''}`))).toEqual(new Set(['1 0.666667', '2 1.5']));
    const manifest = /[0-9a-f]{32}/.exec(headers.get('link') ?? '')?.[0] ?? '';
    expect((await coordinator.get(`/export/manifests/${manifest}`)).html).toContain(
      '"weighting":[{"wave":"by-file","town":"zhezkazgan","adjustment":"raking","margins":[{"variables":["sex"],"source":"Census","year":2021}]}]',
    );
  });

  it('do not exist for coordinators of other towns', async () => {
    const elsewhere = await signIn(app, { roles: ['coordinator'], townIds: ['satpayev'] });
    for (const deed of ['', '/margins.csv', '/template.csv'])
      expect((await elsewhere.get(addressOf('by-form', deed))).status).toBe(404);
    expect((await elsewhere.post(formOf('by-form', 'sex'), { unit: 'count', 'share-1': '1' })).status).toBe(404);
    expect((await coordinator.get(formOf('by-form', 'd1_life_satisfaction'))).status).toBe(404);
  });
});
