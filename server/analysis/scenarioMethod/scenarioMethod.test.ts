import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { m25, printedTown } from '../../../test/support/scenarioTowns.js';
import { signIn, type StaffVisitor } from '../../../test/support/staffVisitor.js';
import { startTestApp, type TestApp } from '../../../test/support/testApp.js';
import { LANGUAGES } from '../../i18n/index.js';
import { editValues } from './editFields.js';
import { methodChanges } from './methodChanges.js';
import { readMethodEdit } from './readMethodEdit.js';
import { ruleInWords } from './ruleWords.js';

const METHOD = '/analysis/scenario/method';
const EDIT = `${METHOD}/edit`;
const edited = (changes: Record<string, string>) => ({ ...editValues(m25, '.'), why: 'Bands of 2027', ...changes });
const faultsOf = (changes: Record<string, string>): string[] => {
  const reading = readMethodEdit(edited(changes), m25, 'en');
  return reading.read ? [] : reading.faults.map(({ field }) => field);
};

describe('editing the method of development scenarios', () => {
  it('makes the next version of bands and points, and nothing else', () => {
    const changes = { 'bound.socio-economic.high': '31,5', 'side.special': 'above', 'points.inertial.special.low': '2' };
    const reading = readMethodEdit(edited(changes), m25, 'en');
    if (!reading.read) throw new Error('the edit was refused');
    const { method } = reading.values;
    expect(method.version).toBe(2);
    expect(methodChanges(m25, method).map((change) => [change.kind, change.indicator.id, change.after])).toEqual([
      ['bound', 'socio-economic', 31.5],
      ['side', 'special', 'above'],
      ['points', 'special', 2],
    ]);
    expect(method.inputs).toEqual(m25.inputs);
    expect(method.rule.label.en).toContain('not validated');
  });

  it('points at every field that is wrong', () => {
    expect(faultsOf({ 'bound.demographic.average': '4' })).toEqual(['bound.demographic.average']);
    expect(faultsOf({ 'bound.demographic.high': 'twelve', why: ' ' })).toEqual(['bound.demographic.high', 'why']);
    expect(faultsOf({ 'points.balanced.special.average': '0.5' })).toEqual(['points.balanced.special.average']);
    expect(faultsOf({ 'points.balanced.special.average': '-1' })).toEqual(['points.balanced.special.average']);
    expect(faultsOf({})).toEqual(['why']);
  });

  it('refuses a scenario that nothing can mark', () => {
    const none = Object.keys(editValues(m25, '.')).filter((name) => name.startsWith('points.balanced.'));
    expect(faultsOf(Object.fromEntries(none.map((name) => [name, '0'])))).toEqual(['points.balanced.mono-profile.low']);
  });

  it('tells the rule with indicators that give the same points together', () => {
    const [inertial, balanced, innovative] = ruleInWords(m25, 'en');
    expect(inertial?.terms).toEqual([
      'Socio-economic potential, demographic potential, investment potential, agglomeration potential, special potential: very low, low, below average – 1',
    ]);
    expect(balanced?.terms).toHaveLength(1);
    expect(innovative?.terms[0]).toBe('Degree of mono-profile: low – 1');
    expect(innovative?.terms[1]).toMatch(/: above average – 1; high – 2$/);
  });
});

describe('the page of the method', () => {
  let app: TestApp;
  let coordinator: StaffVisitor;
  beforeAll(async () => {
    app = await startTestApp();
    coordinator = await signIn(app, { roles: ['coordinator'] });
  });
  afterAll(() => app.close());

  it.each(LANGUAGES)('says in %s that the rule is reconstructed, with all its notes', async (language) => {
    const analyst = await signIn(app, { roles: ['analyst'], language });
    const { status, html } = await analyst.get(METHOD);
    expect(status).toBe(200);
    expect(html).toContain(m25.rule.label[language]);
    for (const id of ['a', 'b', 'c', 'd', 'e', 'f']) expect(html).toContain(`id="note-${id}"`);
    expect(html).not.toContain(EDIT);
    expect((await analyst.get(EDIT)).status).toBe(403);
  });

  it('keeps every version: a coordinator makes the second one, and the first can still be read', async () => {
    const fields = { ...edited({ 'bound.investment.high': '8' }), readVersion: '1' } as Record<string, string>;
    const refused = await coordinator.post(EDIT, { ...fields, 'bound.investment.high': '3' }, EDIT);
    expect(refused.status).toBe(422);
    expect(refused.html).toContain('<title>Error:');
    expect(refused.html).toContain('value="3"');

    expect((await coordinator.post(EDIT, fields, EDIT)).location).toBe(`${METHOD}?done=saved`);
    const newest = (await coordinator.get(METHOD)).html;
    expect(newest).toContain('8 and more: high');
    expect(newest).toContain('Bands of 2027');
    expect(newest).toContain('Investment potential, beginning of “high”: 7.5 → 8');
    expect((await coordinator.get(`${METHOD}?version=1`)).html).toContain('7.5 and more: high');
    expect((await coordinator.get(`${METHOD}?version=3`)).status).toBe(404);
  });

  it('reads towns by its newest version, and says by which one a town is read', async () => {
    const town = '/analysis/scenario/temirtau/2023';
    const { inputs } = printedTown('temirtau');
    const investment = { investment_1: '60', investment_2: '0', investment_3: '0', investment_4: '0' };
    const fields = { ...inputs, ...investment, source: 'Table 3', revision: '0' };
    expect((await coordinator.post(`${town}/edit`, fields, `${town}/edit`)).status).toBe(303);
    const [newest, first] = [await coordinator.get(town), await coordinator.get(`${town}?version=1`)];
    expect(newest.html).toContain('Development scenario of a single-industry town, version 2');
    expect(newest.html).toMatch(/<b>7\.75<\/b> <span>above average, 5/);
    expect(first.html).toContain('Development scenario of a single-industry town, version 1');
    expect(first.html).toContain('<b>7.75</b> <span>high, 7.5 and more');
    // What is printed stays beside what the paper's own version gives.
    expect((await coordinator.get('/analysis/scenario/published/temirtau')).html).toContain('town, version 1');
  });

  it('lets the second of two people look again: nothing is overwritten', async () => {
    const late = await coordinator.post(EDIT, { ...edited({ 'bound.investment.high': '9' }), readVersion: '1' }, EDIT);
    expect(late.status).toBe(409);
    expect(late.html).toContain('name="readVersion" value="2"');
    expect(late.html).toContain('value="9"');
  });
});
