import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Definition } from '../../survey-definitions/contract/index.js';
import { countOf, storedBytes } from '../anonymity/storedBytes.js';
import { answersOfOneResident } from '../support/oneResident.js';
import { FIELD_DAY, openWave, RESIDENTS_WAVE } from '../support/openWave.js';
import { signIn, type Answer, type StaffVisitor } from '../support/staffVisitor.js';
import { startTestApp, type TestApp } from '../support/testApp.js';

type Fields = Record<string, string>;

let app: TestApp;
let first: StaffVisitor;
let second: StaffVisitor;
let definition: Definition;
let slug = '';
let waves = 0;

beforeAll(async () => {
  app = await startTestApp({ clock: () => FIELD_DAY });
  definition = app.dependencies.definitions.definition('residents', 1);
  first = await signIn(app, { roles: ['coordinator'], signInName: 'typist.one' });
  second = await signIn(app, { roles: ['coordinator'], signInName: 'typist.two' });
});
afterAll(() => app.close());
beforeEach(async () => {
  waves += 1;
  slug = `paper-${waves}`;
  await openWave(app.dependencies.fieldwork, { ...RESIDENTS_WAVE, slug });
});

const address = (path = ''): string => `/respond/paper/${slug}${path}`;

/** A form as one reads it from paper: codes, and the date as it is written by hand. */
function paper(changes: Fields = {}): Fields {
  const answers = Object.entries(answersOfOneResident(definition, 7)).map(([item, value]) => [item, String(value)]);
  return { ...Object.fromEntries(answers), _language: 'kk', _date: '14.06.2026', ...changes } as Fields;
}

async function typeFirst(visitor: StaffVisitor, number: string, changes: Fields = {}): Promise<Answer> {
  const page = await visitor.get(address('/form'));
  const _form = /name="_form" value="([^"]+)"/.exec(page.html)?.[1] ?? '';
  return visitor.post(address('/form'), { ...paper(changes), _form, _number: number });
}

async function formOf(number: string): Promise<string> {
  const forms = app.dependencies.database.connection.collection<{ _id: string }>('paperForms');
  return (await forms.findOne({ wave: slug, number }))?._id ?? 'not-there';
}

async function typeSecond(visitor: StaffVisitor, number: string, changes: Fields = {}): Promise<Answer> {
  return visitor.post(address(`/forms/${await formOf(number)}/second`), paper(changes));
}

const responses = () => app.dependencies.respond.responses.count(slug);

describe('a paper form', () => {
  it('becomes one response when two people typed the same, and enters the matrix as paper', async () => {
    expect((await typeFirst(first, 'A-1')).location).toBe(address('?done=first_kept'));
    expect(await responses(), 'one entry is not enough').toBe(0);
    expect((await typeSecond(second, 'A-1')).location).toBe(address('?done=stored'));
    expect(await responses()).toBe(1);
    for await (const response of app.dependencies.respond.responses.streamWave(slug)) {
      expect(response).toMatchObject({
        origin: 'paper',
        date: '2026-06-14',
        language: 'kk',
        townId: 'zhezkazgan',
        status: 'valid',
      });
      expect(response.answers).toMatchObject({ d1_life_satisfaction: 7, d8_attends: -4 });
      expect(response).not.toHaveProperty('durationSteps');
    }
    await app.dependencies.results.foldNow();
    const { rows, differences } = await app.dependencies.results.verifyMatrix();
    expect({ rows: rows > 0, differences }).toEqual({ rows: true, differences: [] });
    expect((await first.get(`/fieldwork/waves/${slug}`)).html).toContain(`href="${address()}"`);
  });

  it('leaves neither its number nor an entry in the store', async () => {
    const number = 'Q7XK-031-UNIQUE';
    await typeFirst(first, number);
    expect(countOf(await storedBytes(app), number), 'the control: it was there').toBeGreaterThan(0);
    await typeSecond(second, number);
    const { connection } = app.dependencies.database;
    expect(await connection.collection('paperForms').countDocuments({ wave: slug })).toBe(0);
    for (const { name } of await connection.listCollections())
      expect(JSON.stringify(await connection.collection(name).find().toArray()), name).not.toContain(number);
    expect(countOf(await storedBytes(app), number)).toBe(0);
    const entries = await connection.collection('auditEntries').find({ action: 'responses_imported', object: slug }).toArray();
    expect(entries.map(({ who }) => String(who))).toEqual(['typist.two']);
  });

  it('waits while its entries differ, item by item, and is stored once as the paper says', async () => {
    await typeFirst(first, '17');
    const differing = await typeSecond(second, '17', { sex: '1', d7_air: '', _date: '13.06.2026' });
    expect(differing.location).toBe(address(`/forms/${await formOf('17')}/differences`));
    expect(await responses()).toBe(0);
    const page = await second.get(differing.location ?? '');
    expect([...page.html.matchAll(/<legend>([^<]+)/g)].map(([, legend]) => legend)).toEqual([
      'Date on the form',
      expect.stringMatching(/^Question \d+\. .*air/),
      expect.stringMatching(/^Question \d+\. Your sex/),
    ]);
    expect(page.html).toContain('Second entry: no answer');

    const half = await second.post(differing.location ?? '', { 'choose.sex': 'second' });
    expect(half.status).toBe(422);
    expect(half.html).toContain('href="#choose.d7_air"');
    expect(await responses()).toBe(0);

    const choices = { 'choose.sex': 'second', 'choose.d7_air': 'first', 'choose.date': 'second' };
    const resolved = await second.post(differing.location ?? '', choices);
    expect(resolved.location).toBe(address('?done=stored'));
    expect((await second.post(differing.location ?? '', choices)).location, 'sent again').toBe(address('?done=gone'));
    const stored = [];
    for await (const response of app.dependencies.respond.responses.streamWave(slug)) stored.push(response);
    expect(stored).toHaveLength(1);
    expect(stored[0]).toMatchObject({ date: '2026-06-13', answers: { sex: 1, d7_air: 3 } });
  });

  it('is one entry however often its page is sent', async () => {
    const page = await first.get(address('/form'));
    const _form = /name="_form" value="([^"]+)"/.exec(page.html)?.[1] ?? '';
    const sent = () => first.post(address('/form'), { ...paper(), _form, _number: '5' });
    expect((await Promise.all([sent(), sent(), sent()])).map(({ location }) => location)).toEqual(
      Array(3).fill(address('?done=first_kept')),
    );
    expect(await responses(), 'the same page is not a second entry').toBe(0);
    expect((await typeFirst(second, '5')).html).toContain('The form of this number has been typed once.');
    const entered = await Promise.all([typeSecond(second, '5'), typeSecond(second, '5')]);
    expect(entered.map(({ status }) => status)).toEqual([303, 303]);
    expect(await responses()).toBe(1);
  });

  it('says when the same person types it twice', async () => {
    await typeFirst(first, '8');
    const again = await first.get(address(`/forms/${await formOf('8')}/second`));
    expect(again.html).toContain('You typed this form the first time, too.');
    await typeSecond(first, '8', { sex: '1' });
    expect((await second.get(address())).html).toContain('Both times by the same person: typist.one');
  });

  it('comes again with its faults at their questions and keeps what was typed', async () => {
    const answer = await typeFirst(first, '9', { sex: '7', hh_size: 'many', consent: '', _date: '31.12.2026' });
    expect(answer.status).toBe(422);
    expect(answer.html).toMatch(/<title>Error:/);
    for (const field of ['sex', 'hh_size', 'consent', '_date']) expect(answer.html).toContain(`href="#${field}"`);
    expect(answer.html).toContain('value="many"');
    expect(await formOf('9')).toBe('not-there');
  });

  it('may leave questions open, which a page may not', async () => {
    await typeFirst(first, '10', { d7_air: '', sex: '' });
    await typeSecond(second, '10', { d7_air: '', sex: '' });
    for await (const { answers } of app.dependencies.respond.responses.streamWave(slug))
      expect(answers).toMatchObject({ d7_air: -5, sex: -5, d7_water: 3 });
    expect(await responses()).toBe(1);
  });

  it('is counted and nothing else where somebody declined', async () => {
    const declined = { _language: 'ru', _date: '2026-06-14', consent: '0' };
    const page = await first.get(address('/form'));
    const _form = /name="_form" value="([^"]+)"/.exec(page.html)?.[1] ?? '';
    await first.post(address('/form'), { ...declined, _form, _number: '11' });
    const answer = await second.post(address(`/forms/${await formOf('11')}/second`), declined);
    expect(answer.location).toBe(address('?done=ended'));
    expect(await app.dependencies.fieldwork.unstoredCounts(slug)).toEqual([
      { townId: 'zhezkazgan', outcome: 'declined', count: 1 },
    ]);
    expect([await responses(), await formOf('11')]).toEqual([0, 'not-there']);
  });

  it('is finished at the next start if the server died between the response and the erasure', async () => {
    await typeFirst(first, '12');
    const forms = app.dependencies.database.connection.collection('paperForms');
    const form = await forms.findOne({ wave: slug, number: '12' });
    await forms.updateOne({ wave: slug, number: '12' }, { $set: { resolved: form?.first as object } });
    expect((await second.get(address())).html).toContain('Finish sending');
    await app.dependencies.respond.finishInterrupted();
    await app.dependencies.respond.finishInterrupted();
    expect([await responses(), await formOf('12')]).toEqual([1, 'not-there']);
  });

  it('can be erased, and comes in after the last day until the wave is put away', async () => {
    await app.dependencies.fieldwork.changeState(slug, 'closed');
    await typeFirst(first, '13');
    const erase = address(`/forms/${await formOf('13')}/erase`);
    expect((await first.post(erase)).location).toBe(address('?done=erased'));
    expect((await first.post(erase)).location).toBe(address('?done=gone'));
    await typeFirst(first, '14');
    await app.dependencies.fieldwork.changeState(slug, 'archived');
    expect((await first.get(address())).html).not.toContain('Type in a form');
    expect((await typeSecond(second, '14')).status).toBe(409);
    expect(await responses()).toBe(0);
  });
});

describe('who types in paper', () => {
  it('are coordinators, each in their own towns', async () => {
    const analyst = await signIn(app, { roles: ['analyst'] });
    expect((await analyst.get(address())).status).toBe(403);
    const elsewhere = await signIn(app, { roles: ['coordinator'], townIds: ['satpayev'] });
    expect((await elsewhere.get(address())).status).toBe(404);

    slug = 'paper-two-towns';
    await openWave(app.dependencies.fieldwork, {
      ...RESIDENTS_WAVE,
      slug,
      towns: [{ townId: 'zhezkazgan' }, { townId: 'satpayev' }],
    });
    expect((await typeFirst(first, '1', { _town: '' })).html).toContain('Choose the town.');
    await typeFirst(first, '1', { _town: 'zhezkazgan' });
    const id = await formOf('1');
    expect((await elsewhere.get(address())).html).not.toContain(id);
    expect((await elsewhere.get(address(`/forms/${id}/second`))).location).toBe(address('?done=gone'));
    expect((await elsewhere.post(address(`/forms/${id}/erase`))).location).toBe(address('?done=gone'));
    expect(await formOf('1')).toBe(id);
  });

  it('print the form with what the wave knows', async () => {
    const { html } = await first.get(`${address('/blank')}?lang=ru`);
    expect(html).toContain('Организатор: Городской центр.');
    expect(html).toMatch(/Город: (Жезказган|Жезқазған)/);
    expect(html).not.toMatch(/\{\w+\}/);
  });
});
