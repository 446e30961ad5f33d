import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { A_COORDINATOR, startResultsApp, type ResultsApp } from '../../../test/support/resultsApp.js';
import { aWave, officialFigures } from '../../../test/support/resultsScenario.js';
import { createVisitor } from '../../../test/support/staffVisitor.js';
import { loadDefinitions } from '../../definitions/index.js';
import { LANGUAGES } from '../../i18n/index.js';

const { directions } = loadDefinitions(process.cwd());
const A1 = '/results/directions/a1_researchers_share';
const reasons = { 'reason.kk': 'Жаңа себеп.', 'reason.ru': 'Новая причина.', 'reason.en': 'A new reason.' };

/** Balkhash with enough residents and a handful of researchers, whose answers are hidden. */
let app: ResultsApp;
beforeAll(async () => {
  app = await startResultsApp();
  app.observations = officialFigures();
  const towns = [{ townId: 'balkhash' }];
  const waves = [
    aWave({ slug: 'residents-2019', towns }),
    aWave({ slug: 'researchers-2019', population: 'researchers', definitionId: 'researchers', towns }),
  ];
  app.waves.push(...waves);
  for (const [at, wave] of waves.entries()) await app.receive(wave, 'balkhash', at === 0 ? 60 : 4);
  await app.results.release({ townId: 'balkhash', year: 2019 }, 'coordinator-1');
});
afterAll(() => app.close());

async function actionsOf(language: string): Promise<string> {
  app.person = null;
  const { html } = await createVisitor(app.baseUrl, language).get('/towns/balkhash');
  return html.slice(html.indexOf('<section class="section weakness"'));
}

/** A page or a form as a person with this role sees and sends it. */
function as(role: 'coordinator' | 'designer' | 'admin') {
  app.person = { ...A_COORDINATOR, roles: [role] };
  return createVisitor(app.baseUrl);
}

describe('the page of a town', () => {
  it.each(LANGUAGES)(
    'ends in %s with its weakest indicators and the directions as the data file words them',
    async (language) => {
      const html = await actionsOf(language);
      expect(html.match(/<section/g)).toHaveLength(1);
      const a1 = /<li id="weak-a1">[\s\S]*?<p class="small editorial">[\s\S]*?<\/li>/.exec(html)?.[0] ?? '';
      const link = directions.links.find(({ indicator }) => indicator === 'a1_researchers_share');
      for (const { id, text } of directions.directions)
        expect(a1.includes(text[language]), id).toBe(link?.directions.includes(id));
      expect(a1).toContain(link?.reason[language]);
      for (const { citation, place } of directions.sources) expect(html).toContain(`${citation[language]}, ${place[language]}`);
    },
  );

  it('quotes every direction of the sources, also those that are linked with nothing', async () => {
    const all = (await actionsOf('ru')).replace(/^[\s\S]*<details/, '');
    for (const { text } of directions.directions) expect(all).toContain(text.ru);
  });

  it('says of a weak indicator without a link that none is made', async () => {
    const b2 = /<li id="weak-b2">[\s\S]*?<\/li>\n/.exec(await actionsOf('en'))?.[0] ?? '';
    expect(b2).toContain('No direction of the sources is linked with this indicator.');
    expect(b2).not.toContain('Editorial');
  });

  it('never calls weak what is hidden', async () => {
    const html = await actionsOf('en');
    for (const code of ['C2', 'D4', 'D11', 'B4', 'A5', 'A7'])
      expect(html).not.toMatch(new RegExp(`>${code}<|"weak-${code}"`, 'i'));
    expect(html).toContain('Hidden indicators and those without data count as neither weak nor strong');
  });
});

describe('a coordinator', () => {
  it('changes a link, which shows at once on the page of the town and stays as a revision', async () => {
    const fields = { directions: ['l24_8', 'z20_1'], ...reasons, _revision: '0' };
    const { status, location } = await as('coordinator').post(A1, fields, A1);
    expect([status, location]).toEqual([303, '/results/directions?done=saved']);
    expect(app.deeds).toContain('directions_changed a1_researchers_share');
    const html = await actionsOf('en');
    expect(html).toMatch(
      /digital transformation of industry[\s\S]*innovative path[\s\S]*A new reason\. The link was changed on /,
    );
    expect(html.slice(0, html.indexOf('A new reason'))).not.toContain('Researchers are the core');
    const history = (await as('admin').get(A1)).html;
    expect(history).toMatch(
      /<th scope=row class="n">1[\s\S]*A new reason[\s\S]*coordinator[\s\S]*<th scope=row class="n">0[\s\S]*Researchers are the core/,
    );
  });

  it('is told that nothing changed instead of making a revision that says the same', async () => {
    const fields = { directions: ['z20_1', 'l24_8'], ...reasons, _revision: '1' };
    const { location } = await as('admin').post(A1, fields, A1);
    expect(location).toBe('/results/directions?done=unchanged');
    expect((await as('admin').get(location ?? '')).html).toContain('Nothing has changed');
    expect((await as('admin').get(A1)).html).not.toContain('<th scope=row class="n">2');
    expect(app.deeds.filter((deed) => deed.startsWith('directions_changed'))).toHaveLength(1);
  });

  it('does not overwrite unseen what somebody else changed', async () => {
    const fields = { directions: 'l24_1', ...reasons, _revision: '0' };
    const { status, html } = await as('coordinator').post(A1, fields, A1);
    expect(status).toBe(422);
    expect(html).toContain('somebody else has changed this link');
    expect(html).toMatch(/name="_revision" value="1"/);
    expect(html).toMatch(/value="l24_1" checked/);
  });

  it.each([
    ['a reason without directions', { ...reasons }, 'directions', 'Tick directions of the list'],
    ['a direction that no source names', { directions: 'l24_99', ...reasons }, 'directions', 'Tick directions of the list'],
    ['a reason that lacks a language', { directions: 'l24_1', ...reasons, 'reason.kk': ' ' }, 'reason.kk', 'Қазақша'],
    [
      'Latin letters inside Kazakh words',
      { directions: 'l24_1', ...reasons, 'reason.kk': 'К\u0061ла' },
      'reason.kk',
      'mixes Latin',
    ],
    [
      'a reason as long as an essay',
      { directions: 'l24_1', ...reasons, 'reason.en': 'x'.repeat(401) },
      'reason.en',
      'at most 400',
    ],
  ])('is told at the field of %s, and what was typed stays', async (_what, fields, field, message) => {
    const { status, html } = await as('coordinator').post(A1, { ...fields, _revision: '1' }, A1);
    expect(status).toBe(422);
    expect(html).toContain(`href="#${field}"`);
    expect(new RegExp(`id="${field}-error">([^<]*)`).exec(html)?.[1]).toContain(message);
    expect(html).toContain(fields['reason.en']);
    expect(html).toMatch(/<title>Error:/);
  });

  it('removes a link by emptying it', async () => {
    expect((await as('admin').post(A1, { 'reason.kk': '', _revision: '1' }, A1)).status).toBe(303);
    const a1 = /<li id="weak-a1">[\s\S]*?<\/li>\n/.exec(await actionsOf('en'))?.[0] ?? '';
    expect(a1).toContain('No direction of the sources is linked');
  });
});

it('is closed to designers and to whoever has not signed in', async () => {
  for (const path of ['/results/directions', A1]) expect((await as('designer').get(path)).status).toBe(403);
  expect((await as('designer').post(A1, { _revision: '2' }, '/method')).status).toBe(403);
  app.person = null;
  const { status, location } = await createVisitor(app.baseUrl).get(A1);
  expect([status, location]).toEqual([303, expect.stringMatching(/^\/accounts\/sign-in/)]);
});

it('knows no indicator that no questionnaire and no catalogue has', async () => {
  expect((await as('coordinator').get('/results/directions/a1_wealth')).status).toBe(404);
});
