import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { signIn, type StaffVisitor } from '../support/staffVisitor.js';
import { startTestApp, type TestApp } from '../support/testApp.js';
import { study, wave } from '../support/wave.js';

let app: TestApp;
let coordinator: StaffVisitor;
let now = new Date();
beforeAll(async () => {
  app = await startTestApp({ clock: () => now });
  await app.dependencies.fieldwork.createStudy(study());
  coordinator = await signIn(app, { roles: ['coordinator'] });
});
afterAll(async () => {
  await app.close();
});
beforeEach(() => {
  now = new Date('2026-03-15T10:00:00Z');
});

const PLAN = {
  study: 'study',
  questionnaire: 'residents@1',
  townIds: ['zhezkazgan', 'satpayev'],
  opens: '2026-03-20',
  closes: '2026-04-20',
  referenceYear: '2026',
  'organiserName.kk': 'Зерттеу орталығы',
  'organiserName.ru': 'Центр исследований',
  'organiserName.en': 'Research centre',
  organiserContact: 'survey@example.org',
  minutes: '',
  access: 'open-link',
};

describe('a new study', () => {
  const fields = { slug: 'new-study', 'names.kk': 'Жаңа', 'names.ru': 'Новое', 'names.en': 'New', retentionYears: '3' };

  it('gets the usual smallest cells from a coordinator, whatever they send', async () => {
    const answer = await coordinator.post('/fieldwork/studies', { ...fields, 'kMin.residents': '5', 'kMin.researchers': '5' });
    expect(answer).toMatchObject({ status: 303, location: '/fieldwork' });
    expect((await app.dependencies.fieldwork.getStudy('new-study')).kMin).toEqual({ residents: 10, researchers: 5 });
    expect((await coordinator.get('/fieldwork/studies/new')).html).not.toContain('kMin');
  });

  it('lets an admin choose them, but none below five', async () => {
    const admin = await signIn(app, { roles: ['admin'] });
    const chosen = { ...fields, slug: 'strict', 'kMin.residents': '20', 'kMin.researchers': '4' };
    expect((await admin.post('/fieldwork/studies', chosen)).status).toBe(422);
    expect((await admin.post('/fieldwork/studies', { ...chosen, 'kMin.researchers': '8' })).status).toBe(303);
    expect((await app.dependencies.fieldwork.getStudy('strict')).kMin).toEqual({ residents: 20, researchers: 8 });
  });
});

describe('planning a wave', () => {
  it('goes from the form to the towns, and to the page of the wave', async () => {
    const planned = await coordinator.post('/fieldwork/waves', { ...PLAN, slug: 'Spring-2026' });
    expect(planned).toMatchObject({ status: 303, location: '/fieldwork/waves/spring-2026/towns' });
    const towns = await coordinator.post('/fieldwork/waves/spring-2026/towns', {
      'size.zhezkazgan': '26',
      'enterprise.zhezkazgan.kk': 'Кен',
      'enterprise.zhezkazgan.ru': 'Рудник',
      'enterprise.zhezkazgan.en': 'Mine',
    });
    expect(towns).toMatchObject({ status: 303, location: '/fieldwork/waves/spring-2026' });
    const stored = await app.dependencies.fieldwork.getWave('spring-2026');
    expect(stored).toMatchObject({
      state: 'planned',
      population: 'residents',
      minutes: app.dependencies.definitions.definition('residents', 1).minutes,
      timeZone: 'Asia/Almaty',
      towns: [
        { townId: 'zhezkazgan', populationSize: 26, enterpriseName: { kk: 'Кен', ru: 'Рудник', en: 'Mine' } },
        { townId: 'satpayev' },
      ],
    });
  });

  it('keeps the details of towns that stay when the plan changes', async () => {
    const changed = { ...PLAN, slug: 'ignored', townIds: ['balkhash', 'zhezkazgan'], minutes: '15' };
    expect((await coordinator.post('/fieldwork/waves/spring-2026/edit', changed)).status).toBe(303);
    const stored = await app.dependencies.fieldwork.getWave('spring-2026');
    expect(stored.minutes).toBe(15);
    expect(stored.towns).toEqual([
      { townId: 'balkhash' },
      { townId: 'zhezkazgan', populationSize: 26, enterpriseName: { kk: 'Кен', ru: 'Рудник', en: 'Mine' } },
    ]);
  });

  it.each([
    ['kk', 'Сауалнама нұсқасын таңдаңыз.', 'Қате: '],
    ['ru', 'Выберите анкету.', 'Ошибка: '],
    ['en', 'Choose a questionnaire.', 'Error: '],
  ])('in %s shows every fault with a link and keeps what was typed', async (language, message, prefix) => {
    const visitor = await signIn(app, { roles: ['coordinator'], language });
    const { status, html } = await visitor.post('/fieldwork/waves', {
      ...PLAN,
      questionnaire: '',
      minutes: 'many',
      slug: 'faulty',
    });
    expect(status).toBe(422);
    expect(html).toContain(`<title>${prefix}`);
    expect(html).toContain(`<a href="#questionnaire">${message}</a>`);
    expect(html).toContain('<a href="#minutes">');
    expect(html).toContain('value="many"');
    expect(html).toContain('value="survey@example.org"');
    expect(html).toMatch(/value="satpayev" checked/);
  });

  it.each([
    ['ends before it begins', { closes: '2026-03-19' }, 'closes'],
    ['has the address of another one', { slug: 'spring-2026' }, 'slug'],
    ['belongs to no study', { study: 'none' }, 'study'],
    ['asks no existing questionnaire', { questionnaire: 'residents@99' }, 'questionnaire'],
    ['is in a town that does not exist', { townIds: 'atlantis' }, 'townIds'],
    ['would be live outside a demonstration', { live: 'yes' }, 'live'],
  ])('is refused when it %s', async (_words, changes, field) => {
    const answer = await coordinator.post('/fieldwork/waves', { ...PLAN, slug: 'refused', ...changes });
    expect(answer.status).toBe(422);
    expect(answer.html).toContain(`href="#${field}"`);
    expect(await app.dependencies.fieldwork.findWave('refused')).toBeNull();
  });

  it('takes the thresholds that a pilot has taught, within bounds, else those of the questionnaire', async () => {
    const plan = { ...PLAN, slug: 'taught-2026', speederSeconds: '1,5', missingPercent: '40' };
    expect((await coordinator.post('/fieldwork/waves', { ...plan, speederSeconds: '0' })).status).toBe(422);
    expect((await coordinator.post('/fieldwork/waves', plan)).status).toBe(303);
    const taught = { speederSecondsPerItem: 1.5, highMissingShare: 0.4 };
    expect((await app.dependencies.fieldwork.getWave('taught-2026')).thresholds).toEqual(taught);
    const { thresholds } = app.dependencies.definitions.definition('residents', 1);
    expect((await coordinator.post('/fieldwork/waves', { ...PLAN, slug: 'usual-2026' })).status).toBe(303);
    expect((await app.dependencies.fieldwork.getWave('usual-2026')).thresholds).toEqual(thresholds);
  });

  it('asks for an enterprise in all three languages or in none', async () => {
    const answer = await coordinator.post('/fieldwork/waves/spring-2026/towns', { 'enterprise.balkhash.ru': 'Рудник' });
    expect(answer.status).toBe(422);
    expect(answer.html).toContain('href="#enterprise.balkhash.kk"');
  });
});

describe('the page of a wave', () => {
  it('opens, pauses, opens again, closes and archives by its buttons, and writes each step down', async () => {
    await app.dependencies.fieldwork.createWave(wave({ slug: 'buttons' }));
    const page = '/fieldwork/waves/buttons';
    for (const [button, state] of [
      ['open', 'open'],
      ['pause', 'paused'],
      ['open', 'open'],
      ['close', 'closed'],
      ['archive', 'archived'],
    ]) {
      expect((await coordinator.get(page)).html).toContain(`action="${page}/${button}"`);
      expect((await coordinator.post(`${page}/${button}`)).status).toBe(303);
      expect((await app.dependencies.fieldwork.getWave('buttons')).state).toBe(state);
    }
    expect((await coordinator.get(page)).html).not.toContain(`action="${page}/`);
    const entries = await app.dependencies.database.connection.collection('auditEntries').find({ object: 'buttons' }).toArray();
    expect(entries.map(({ action }) => action as string).toSorted()).toEqual([
      'wave_archived',
      'wave_closed',
      'wave_opened',
      'wave_opened',
      'wave_paused',
    ]);
  });

  it('says what keeps it from opening instead of offering the button', async () => {
    await app.dependencies.fieldwork.createWave(wave({ slug: 'unready', organiserContact: '' }));
    const { html } = await coordinator.get('/fieldwork/waves/unready');
    expect(html).toContain('It is not said how to reach the organiser.');
    expect(html).not.toContain('/fieldwork/waves/unready/open');
    expect((await coordinator.post('/fieldwork/waves/unready/open')).status).toBe(422);
  });

  it('cannot be changed any more once it is open', async () => {
    await app.dependencies.fieldwork.createWave(wave({ slug: 'fixed' }));
    await app.dependencies.fieldwork.changeState('fixed', 'open');
    expect((await coordinator.get('/fieldwork/waves/fixed/edit')).status).toBe(409);
    expect((await coordinator.post('/fieldwork/waves/fixed/edit', { ...PLAN })).status).toBe(409);
  });

  it('gives one link for one town, and a link for each of several', async () => {
    const { html: one } = await coordinator.get('/fieldwork/waves/buttons');
    expect(one.match(/\/s\/buttons[^"]*/g)).toHaveLength(1);
    const { html: several } = await coordinator.get('/fieldwork/waves/spring-2026');
    expect(several.match(/\/s\/spring-2026[^"]*/g)?.map((link) => link.slice(2))).toEqual([
      '/spring-2026',
      '/spring-2026/balkhash',
      '/spring-2026/zhezkazgan',
    ]);
  });
});

describe('the start page', () => {
  it('names what to do next with one action each', async () => {
    const { fieldwork } = app.dependencies;
    await fieldwork.createWave(wave({ slug: 'tomorrow', opens: '2026-03-16' }));
    await fieldwork.createWave(wave({ slug: 'next-month', opens: '2026-04-16', closes: '2026-05-16' }));
    await fieldwork.createWave(wave({ slug: 'overdue', opens: '2026-01-01', closes: '2026-03-15' }));
    await fieldwork.changeState('overdue', 'open');
    now = new Date('2026-03-15T20:00:00Z');
    const { html } = await coordinator.get('/staff');
    const steps = /<ol class="steps">[\s\S]*?<\/ol>/.exec(html)?.[0] ?? '';
    expect(steps).toContain('Open: Study, residents, 2026');
    expect(steps).toContain('href="/fieldwork/waves/tomorrow"');
    expect(steps).toContain('Close: Study, residents, 2026');
    expect(steps).toContain('href="/fieldwork/waves/overdue"');
    expect(steps).not.toContain('next-month');
  });

  it('shows the steps that other features hand in', async () => {
    app.dependencies.fieldwork.addNextSteps(({ language }) =>
      Promise.resolve([{ title: `Step in ${language}`, explanation: 'Because.', action: { label: 'Do it', href: '/official' } }]),
    );
    expect((await coordinator.get('/staff')).html).toContain('Step in en');
  });

  it('shows an analyst neither waves nor counts', async () => {
    const analyst = await signIn(app, { roles: ['analyst'] });
    const { html } = await analyst.get('/staff');
    expect(html).not.toContain('class="counts"');
    expect(html).not.toContain('/fieldwork');
  });
});
