import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { walkInAddress } from '../../server/design/preview/walk.js';
import { textsIn } from '../../server/i18n/index.js';
import { createDraftRepository } from '../../server/respond/draft.repository.js';
import type { StartedDraft } from '../../server/respond/draft.js';
import { LANGUAGES, type Answers, type Definition, type Language } from '../../survey-definitions/contract/index.js';
import { answersOfOneResident } from '../support/oneResident.js';
import { FIELD_DAY, openWave } from '../support/openWave.js';
import { Respondent } from '../support/respondent.js';
import { signIn, type StaffVisitor } from '../support/staffVisitor.js';
import { startTestApp, type TestApp } from '../support/testApp.js';

const VERSION = '/design/residents/versions/1/preview';

let app: TestApp;
let definition: Definition;
let answers: Answers;
let designer: StaffVisitor;
beforeAll(async () => {
  app = await startTestApp({ clock: () => FIELD_DAY });
  definition = app.dependencies.definitions.definition('residents', 1);
  answers = answersOfOneResident(definition, 7);
  designer = await signIn(app, { roles: ['designer'] });
});
afterAll(() => app.close());

const inEachLanguage = (words: (language: Language) => string) =>
  Object.fromEntries(LANGUAGES.map((language) => [language, words(language)])) as Record<Language, string>;

/** A wave that fills into the texts what a preview shows as samples. */
async function waveOfSamples(slug: string) {
  const enterpriseName = inEachLanguage((language) => textsIn(language)('designPreview.sample_enterprise'));
  return openWave(app.dependencies.fieldwork, {
    slug,
    minutes: definition.minutes,
    organiserName: inEachLanguage((language) => textsIn(language)('designPreview.sample_organiser')),
    organiserContact: textsIn('kk')('designPreview.sample_contact'),
    towns: [{ townId: 'zhezkazgan', enterpriseName }],
  });
}

async function draftOf(wave: string): Promise<StartedDraft> {
  for await (const draft of createDraftRepository(app.dependencies.database.connection).streamStarted())
    if (draft.wave === wave) return draft;
  throw new Error(`nobody has begun ${wave}`);
}

/** The main part of a page without what must differ: tokens, addresses, and the names of the languages' links. */
function mainOf(html: string): string {
  const main = /<main[^>]*>(.*)<\/main>/s.exec(html)?.[1];
  if (main === undefined) throw new Error('a page without a main part');
  return main
    .replace(/(name="(?:_csrf|_submission)" value=")[^"]*/g, '$1')
    .replace(/href="[^"]*"( hreflang)/g, '$1')
    .replace(/\/design\/residents\/versions\/1\/preview\/phone\/\w\w\/[\w-]+/g, 'ADDRESS')
    .replace(/\/s\/like-preview-\w\w(\/zhezkazgan)?/g, 'ADDRESS');
}

/** A designer who walks as respondents do: follows redirects and sends the forms that are on the page. */
const walker = () => new Respondent(app.baseUrl, 'en', designer.cookies);

describe('the preview of a questionnaire', () => {
  it.each(LANGUAGES)('shows the pages of a real wave, from the opening to the check and the stop (%s)', async (language) => {
    const { slug } = await waveOfSamples(`like-preview-${language}`);
    const contact = textsIn('kk')('designPreview.sample_contact');
    const respondent = new Respondent(app.baseUrl, language);
    const phone = `${VERSION}/phone/${language}`;
    const seen = (html: string) => mainOf(html).replaceAll(textsIn(language)('designPreview.sample_contact'), contact);

    await respondent.open(`/s/${slug}`);
    expect(seen((await designer.get(`${phone}/-`)).html)).toBe(mainOf(respondent.page.html));
    await respondent.send({});
    expect(respondent.page.status).toBe(422);
    const refused = await designer.post(`${phone}/-`, {}, `${phone}/-`);
    expect([refused.status, seen(refused.html)]).toEqual([422, mainOf(respondent.page.html)]);

    let pages = 0;
    await respondent.open(`/s/${slug}`);
    await respondent.answer(definition, answers);
    while (!respondent.page.address.endsWith('/check')) {
      const { answers: given, facetOrder } = await draftOf(slug);
      const address = `${phone}/${walkInAddress({ answers: given, facetOrder })}`;
      const step = respondent.page.address.replace(`/s/${slug}`, '');
      expect(seen((await designer.get(address + step)).html), step).toBe(mainOf(respondent.page.html));
      await respondent.send({});
      const faulty = await designer.post(address + step, {}, address + step);
      expect([faulty.status, seen(faulty.html)], step).toEqual([422, mainOf(respondent.page.html)]);
      await respondent.open(`/s/${slug}${step}`);
      await respondent.answer(definition, answers);
      pages += 1;
    }
    expect(pages).toBeGreaterThan(8);

    const { answers: given, facetOrder } = await draftOf(slug);
    const address = `${phone}/${walkInAddress({ answers: given, facetOrder })}`;
    expect(seen((await designer.get(`${address}/check`)).html)).toBe(mainOf(respondent.page.html));
    for (const step of ['/q/d1_life_satisfaction?change=1', '/stop', '/q/consent']) {
      await respondent.open(`/s/${slug}${step}`);
      expect(seen((await designer.get(address + step)).html), step).toBe(mainOf(respondent.page.html));
    }
  });

  it('stores nothing, whatever is answered and however it ends', async () => {
    await waveOfSamples('beside');
    const person = walker();
    const before = await countsOfAll();
    const opening = `${VERSION}/phone/en/-`;

    await person.open(opening);
    await person.send({});
    expect(person.page.status).toBe(422);
    await person.open(opening);
    await person.answerUntil('/check', definition, answers);
    await person.send({});
    expect(person.page.html).toContain('Nothing was stored and nothing was counted.');

    await person.open(opening);
    await person.send({ consent: '0' });
    expect(person.page.address).toMatch(/\/-\/declined$/);
    await person.open(opening);
    await person.send({ consent: '1' });
    await person.send({ age_group: '0', s_resident: '1', s_research_work: '0' });
    expect(person.page.address).toMatch(/\/-\/screened-out$/);

    for (const [choice, end] of [
      ['later', '/saved'],
      ['delete', '/-/deleted'],
      ['send', '/-/thanks'],
    ] as const) {
      await person.open(opening);
      await person.answerUntil('/q/d2_town_conditions', definition, answers);
      await person.send({ _page: 'back' });
      expect(person.page.address).toMatch(/\/q\/d1_life_satisfaction$/);
      await person.send({ _page: 'stop' });
      await person.send({ _choice: choice });
      expect(person.page.address.endsWith(end), person.page.address).toBe(true);
    }
    expect(await countsOfAll()).toEqual(before);
    expect(before).toMatchObject({ waves: expect.any(Number) as number });
  });

  it('asks again before it shows the answers of a walk, as for somebody who comes back', async () => {
    const person = walker();
    const walk = walkInAddress({ answers: { consent: 1 }, facetOrder: [] });
    await person.open(`${VERSION}/phone/en/${walk}`);
    expect(person.page.heading).toBe(textsIn('en')('interface.ui_unfinished_heading'));
    await person.send({ _choice: 'continue' });
    expect(person.page.address).toMatch(/\/q\/age_group$/);
  });

  it('stands in a frame of this site only, and only the pages that show it may frame', async () => {
    const policy = async (address: string) => (await designer.get(address)).headers.get('content-security-policy') ?? '';
    expect(await policy(VERSION)).toContain("frame-src 'self'");
    expect(await policy(VERSION)).toContain("frame-ancestors 'none'");
    for (const page of ['/phone/kk/-', '/phone/kk/-/thanks', '/item/sex']) {
      expect(await policy(VERSION + page), page).toContain("frame-ancestors 'self'");
      expect(await policy(VERSION + page), page).not.toContain('frame-src');
    }
    for (const page of ['/', '/design', '/s/beside', `${VERSION}/path`]) {
      expect(await policy(page), page).toContain("frame-ancestors 'none'");
      expect(await policy(page), page).not.toContain('frame-src');
    }
  });

  it('draws one question alone, in the language of its address, and leaves the language of the reader', async () => {
    const answer = await designer.get(`${VERSION}/item/sex/kk`);
    expect(answer.html).toContain('lang="kk"');
    expect(answer.html.match(/<fieldset/g)).toHaveLength(1);
    expect(answer.html).not.toContain('<header>');
    expect(answer.headers.getSetCookie().join()).not.toContain('lang=');
    expect((await designer.get(`${VERSION}/item/nowhere`)).status).toBe(404);
  });

  it('follows the path of chosen answers and says why', async () => {
    const { html } = await designer.get(`${VERSION}/path?consent=1&age_group=3&s_resident=1&s_research_work=0&hh_size=1`);
    const stateOf = (id: string) => new RegExp(`id="step-${id}">\\s*<p[^>]*><span[^>]*>([^<]*)`).exec(html)?.[1];
    expect(stateOf('consent')).toBe('asked');
    expect(stateOf('hh_child_1_6')).toBe('not asked');
    expect(stateOf('emp_city_forming')).toBe('depends on an answer');
    const ended = await designer.get(`${VERSION}/path?consent=1&age_group=0`);
    expect(ended.html).toContain('The questionnaire ends here (screened out) if the answer to');
    const filled = await designer.get(`${VERSION}/path?consent=1&_rest=sample`);
    expect(filled.html).toContain('all questions are answered');
    expect(filled.html).toContain('Indicators of this respondent');
  });

  it('is for designers and admins only, on every address', async () => {
    const coordinator = await signIn(app, { roles: ['coordinator'] });
    for (const page of ['', '/path', '/item/sex', '/phone/kk/-', '/phone/kk/-/thanks'])
      expect((await coordinator.get(VERSION + page)).status, page).toBe(403);
    expect((await new Respondent(app.baseUrl).open(`${VERSION}/phone/kk/-`)).address).toMatch(/^\/accounts\/sign-in/);
  });

  it('is not found for what is no questionnaire, no language and no walk', async () => {
    for (const page of [
      '/design/residents/versions/99/preview',
      '/design/nothing/draft/preview',
      `${VERSION}/phone/de/-`,
      `${VERSION}/phone/kk/x`,
    ])
      expect((await designer.get(page)).status, page).toBe(404);
  });
});

async function countsOfAll(): Promise<Record<string, number>> {
  const { connection } = app.dependencies.database;
  const names = (await connection.listCollections()).map(({ name }) => name).filter((name) => name !== 'sessions');
  const counts = await Promise.all(
    names.map(async (name) => [name, await connection.collection(name).countDocuments()] as const),
  );
  return Object.fromEntries(counts.toSorted());
}
