import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { residents } from '../../../test/definitions/builtIn.js';
import { signIn, type StaffVisitor } from '../../../test/support/staffVisitor.js';
import { startTestApp, type TestApp } from '../../../test/support/testApp.js';

let app: TestApp;
let designer: StaffVisitor;
const DRAFT = '/design/mine/draft';
beforeAll(async () => {
  app = await startTestApp();
  designer = await signIn(app, { roles: ['designer'] });
  const title = { 'title.kk': 'Менікі', 'title.ru': 'Моя', 'title.en': 'Mine' };
  await designer.post('/design', { from: 'residents/1', id: 'mine', population: 'residents', ...title }, '/design/new');
});
afterAll(() => app.close());

async function newest() {
  const draft = await app.dependencies.design.findDraft('mine');
  if (!draft) throw new Error('the draft is gone');
  return draft;
}

/** Fills in a page of the draft as it stands, and sends it. */
async function send(path: string, fields: Record<string, string | string[]>, from = path) {
  return designer.post(`${DRAFT}${path}`, { _revision: String((await newest()).revision), ...fields }, `${DRAFT}${from}`);
}

describe('the pages of measurement and rules', () => {
  it('open for every member of the questionnaire and for new ones', async () => {
    const { definition } = await newest();
    const paths = [
      '/indicators',
      '/rules',
      '/settings',
      ...definition.indicators.map(({ id }) => `/indicators/${id}`),
      ...definition.endings.map((_rule, at) => `/endings/${at}`),
      ...definition.analysisPopulations.map(({ id }) => `/populations/${id}`),
      ...definition.derived.map(({ id }) => `/variables/${id}`),
      ...definition.straightlineSets.map(({ id }) => `/straightline/${id}`),
      ...['indicators', 'endings', 'populations', 'straightline'].map((segment) => `/${segment}/_new`),
      ...['recode', 'condition', 'midpoint', 'ratio'].map((type) => `/variables/_new?type=${type}`),
    ];
    for (const path of paths) expect([path, (await designer.get(`${DRAFT}${path}`)).status]).toEqual([path, 200]);
    for (const path of ['/indicators/none', '/endings/9', '/variables/none', '/populations/none'])
      expect([path, (await designer.get(`${DRAFT}${path}`)).status]).toEqual([path, 404]);
  });

  it('add an indicator with the code that is free, move it and delete it, each a step that can be undone', async () => {
    expect((await designer.get(`${DRAFT}/indicators/_new`)).html).toContain('value="E1"');
    const fields = {
      code: 'E1',
      'name.en': 'Change',
      minValid: '1',
      construct: 'formative',
      'direction.d2_conditions_change': '+',
    };
    expect((await send('/indicators/_new', fields)).location).toBe(`${DRAFT}/indicators#indicators`);
    expect((await newest()).definition.indicators.at(-1)).toMatchObject({ id: 'change', code: 'E1' });
    expect((await newest()).deed).toEqual({ key: 'designMeasurement.deed_indicators_added', values: { name: 'change' } });
    await send('/indicators', { _do: 'up.indicators.change' });
    expect((await newest()).definition.indicators.at(-2)?.id).toBe('change');
    expect((await send('/indicators/change', { _do: 'remove' })).status).toBe(303);
    expect((await newest()).definition).toMatchObject({ indicators: residents.indicators });
  });

  it('show an indicator with faults again, what was typed kept', async () => {
    const refused = await send('/indicators/_new', { code: 'C1', 'name.en': 'Twice', minValid: '1', construct: 'formative' });
    expect(refused.status).toBe(422);
    expect(refused.html).toContain('Indicator c1_material_wellbeing has this code');
    expect(refused.html).toContain('Twice');
    expect(refused.html).toContain('<title>Error:');
  });

  it('build a condition in two steps without JavaScript: first the question, then its answers', async () => {
    const before = (await newest()).revision;
    const line = { 'when.lines': '1', 'when.join': 'all', 'when.0.item': 'emp_status', ending: 'screenedOut' };
    const drawn = await send('/endings/_new', { ...line, _do: 'condition.show.when' });
    expect(drawn.html).toContain('Retired');
    expect(drawn.html).not.toContain('<title>Error:');
    expect((await newest()).revision).toBe(before);
    const incomplete = await send('/endings/_new', { ...line, 'when.0.op': '==' });
    expect([incomplete.status, incomplete.html.includes('href="#when.0.code.emp_status"')]).toEqual([422, true]);
    await send('/endings/_new', { ...line, 'when.0.op': '==', 'when.0.code.emp_status': ['5', '6'] });
    expect((await newest()).definition.endings.at(-1)).toEqual({
      when: { item: 'emp_status', op: 'in', values: [5, 6] },
      ending: 'screenedOut',
    });
  });

  it('refuse to change or delete the ending of those who do not agree, and to delete the last population, with the reason', async () => {
    const before = (await newest()).definition;
    const ending = { 'when.lines': '1', 'when.0.item': 'sex', 'when.0.op': '==', 'when.0.code.sex': '1', ending: 'declined' };
    for (const fields of [{ _do: 'remove' }, ending]) {
      const refused = await send('/endings/0', fields);
      expect([refused.status, refused.html.includes('respondents are promised')]).toEqual([422, true]);
    }
    await send('/populations/comparison', { _do: 'remove' });
    const last = await send('/populations/headline', { _do: 'remove' });
    expect([last.status, last.html.includes('At least one analysis population must stay')]).toEqual([422, true]);
    expect((await newest()).definition).toEqual({ ...before, analysisPopulations: before.analysisPopulations.slice(0, 1) });
  });

  it('refuse to change a rule that has moved away since its page was opened', async () => {
    const was = JSON.stringify((await newest()).definition.endings[1]);
    await send('/rules', { _do: 'down.endings.1' }, '/rules');
    const before = (await newest()).definition.endings;
    const line = { 'when.lines': '1', 'when.0.item': 'sex', 'when.0.op': '==', 'when.0.code.sex': '1', ending: 'screenedOut' };
    const refused = await send('/endings/1', { ...line, was });
    expect([refused.status, refused.html.includes('Another rule stands at this place now')]).toEqual([422, true]);
    expect((await newest()).definition.endings).toEqual(before);
    await send('/endings/2', { ...line, was });
    expect((await newest()).definition.endings[2]).toEqual({ when: { item: 'sex', op: '==', value: 1 }, ending: 'screenedOut' });
  });

  it('save thresholds and weighting on the page of the rules, and show faults there', async () => {
    const thresholds = { secondsPerItem: '1,5', missingPercent: '40' };
    expect((await send('/rules/thresholds', thresholds, '/rules')).location).toBe(`${DRAFT}/rules#thresholds`);
    expect((await newest()).definition.thresholds).toEqual({ speederSecondsPerItem: 1.5, highMissingShare: 0.4 });
    const refused = await send('/rules/thresholds', { ...thresholds, missingPercent: '140' }, '/rules');
    expect([refused.status, refused.html.includes('href="#missingPercent"')]).toEqual([422, true]);
    await send('/rules/weighting', { weighting: ['sex', 'education'] }, '/rules');
    expect((await newest()).definition.weightingVariables).toEqual(['sex', 'education']);
  });

  it('are for designers only', async () => {
    const coordinator = await signIn(app, { roles: ['coordinator'] });
    for (const path of ['/indicators', '/rules', '/settings'])
      expect((await coordinator.get(`${DRAFT}${path}`)).status).toBe(403);
  });
});
