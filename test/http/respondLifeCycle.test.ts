import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Answers, Definition } from '../../survey-definitions/contract/index.js';
import type { Wave } from '../../server/fieldwork/index.js';
import type { StoredResponse } from '../../server/respond/index.js';
import { createDraftRepository } from '../../server/respond/draft.repository.js';
import { responseIdOf } from '../../server/respond/submissionToken.js';
import { FIELD_DAY, openWave } from '../support/openWave.js';
import { Respondent } from '../support/respondent.js';
import { drawnAnswers, seededNumbers } from '../support/resultsScenario.js';
import { startTestApp, type TestApp } from '../support/testApp.js';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

let app: TestApp;
let now: Date;
let definition: Definition;
let answers: Answers;
let waves = 0;
let wave: Wave;

beforeAll(async () => {
  now = FIELD_DAY;
  app = await startTestApp({ clock: () => now });
  definition = app.dependencies.definitions.definition('residents', 1);
  answers = drawnAnswers(definition, seededNumbers(7), { hh_size: 4, hh_child_1_6: 1, d8_attends: 1, hh_school_child: 1 });
});
afterAll(() => app.close());
beforeEach(async () => {
  now = FIELD_DAY;
  waves += 1;
  wave = await openWave(app.dependencies.fieldwork, { slug: `wave-${waves}` });
});

const address = (rest = '') => `/s/${wave.slug}${rest}`;
const person = (language = 'en') => new Respondent(app.baseUrl, language);
const stored = () => app.dependencies.respond.responses.count(wave.slug);
const drafts = () => createDraftRepository(app.dependencies.database.connection);
const unstored = () => app.dependencies.fieldwork.unstoredCounts(wave.slug);

async function onlyResponse(): Promise<StoredResponse> {
  const found: StoredResponse[] = [];
  for await (const response of app.dependencies.respond.responses.streamWave(wave.slug)) found.push(response);
  const [only, ...others] = found;
  if (!only || others.length > 0) throw new Error(`${found.length} responses instead of one`);
  return only;
}

async function startedDrafts() {
  const found = [];
  for await (const draft of drafts().streamStarted()) if (draft.wave === wave.slug) found.push(draft);
  return found;
}

async function atCheck(language = 'en'): Promise<Respondent> {
  const respondent = person(language);
  await respondent.open(address());
  await respondent.answerAll(definition, answers);
  return respondent;
}

/** Opens the questionnaire and answers until a page of the address appears. */
async function upTo(page: string, given = answers): Promise<Respondent> {
  const respondent = person();
  await respondent.open(address());
  await respondent.answerUntil(`/q/${page}`, definition, given);
  return respondent;
}

describe('answering a questionnaire', () => {
  it('leads from the opening through every part to thanks and stores one response', async () => {
    const respondent = await atCheck();
    expect(respondent.page.heading).toBe('Check your answers');
    await respondent.send({});
    expect(respondent.page).toMatchObject({ status: 200, address: address('/thanks'), heading: 'Thank you for taking part!' });
    const response = await onlyResponse();
    expect(response).toMatchObject({
      townId: 'zhezkazgan',
      language: 'en',
      date: '2026-06-15',
      origin: 'respondent',
      status: 'valid',
    });
    expect(response.answers).toMatchObject(answers);
    expect(response.analysisPopulations).toContain('headline');
  });

  it('stores nothing beside the answers that could lead to the person or the hour', async () => {
    const respondent = await atCheck();
    await respondent.send({});
    const response = await onlyResponse();
    expect(Object.keys(response).toSorted()).toEqual(
      '_id analysisPopulations answers date definitionId definitionVersion derived durationSteps flags folded language origin status townId wave'.split(
        ' ',
      ),
    );
    expect(await startedDrafts()).toEqual([]);
  });

  it('stores a question that was not asked as −4', async () => {
    const alone = { ...drawnAnswers(definition, seededNumbers(2), { hh_size: 1, emp_status: 5 }) };
    const respondent = await upTo('hh_size', alone);
    await respondent.answerAll(definition, alone);
    await respondent.send({});
    const response = await onlyResponse();
    expect(response.answers).toMatchObject({ hh_child_1_6: -4, d8_attends: -4, d3_family_health: -4, d11_job_overall: -4 });
  });

  it('measures active time in steps of 30 seconds and counts no page for more than five minutes', async () => {
    const respondent = person();
    await respondent.open(address());
    await respondent.answer(definition, answers);
    now = new Date(now.getTime() + 2 * MINUTE_MS);
    await respondent.answer(definition, answers);
    now = new Date(now.getTime() + 20 * MINUTE_MS);
    await respondent.answer(definition, answers);
    await respondent.answerAll(definition, answers);
    await respondent.send({});
    const response = await onlyResponse();
    expect(response.durationSteps).toBe(14);
    expect(response.flags.speeder).toBe(false);
  });
});

describe('a page that is not complete', () => {
  it('comes again with 422, links to its faults, and keeps and saves the other answers', async () => {
    const respondent = await upTo('d2_town_conditions');
    await respondent.send({ d2_town_conditions: '4' });
    expect(respondent.page.status).toBe(422);
    expect(respondent.page.title).toMatch(/^Error: Your town/);
    expect(respondent.page.html).toContain('href="#d2_satisfied_living_here-1"');
    expect(respondent.page.html).toContain('id="d2_town_conditions-4" checked');
    await respondent.open(address('/q/d2_town_conditions'));
    expect(respondent.page.html).toContain('id="d2_town_conditions-4" checked');
  });

  it.each([
    ['kk', 'Қате: ', 'Жауапты немесе «Жауап бергім келмейді» нұсқасын таңдаңыз.'],
    ['ru', 'Ошибка: ', 'Пожалуйста, выберите ответ или вариант «Не хочу отвечать».'],
    ['en', 'Error: ', 'Please choose an answer or &#34;Prefer not to answer&#34;.'],
  ])('says so in the language of the reader (%s)', async (language, prefix, message) => {
    const respondent = person(language);
    await respondent.open(address());
    for (let page = 0; page < 2; page += 1) await respondent.answer(definition, answers);
    await respondent.send({});
    expect(respondent.page.title.startsWith(prefix)).toBe(true);
    expect(respondent.page.html).toContain(message);
  });

  it('cannot be passed by its address', async () => {
    const respondent = await upTo('d2_town_conditions');
    await respondent.open(address('/q/sex'));
    expect(respondent.page.address).toBe(address('/q/d2_town_conditions'));
    await respondent.open(address('/check'));
    expect(respondent.page.address).toBe(address('/q/d2_town_conditions'));
  });

  it('asks for consent again when none was chosen and starts no draft', async () => {
    const respondent = person();
    await respondent.open(address());
    await respondent.send({});
    expect(respondent.page.status).toBe(422);
    expect(await startedDrafts()).toEqual([]);
  });
});

describe('going back', () => {
  it('keeps what was entered on the page that is left', async () => {
    const respondent = await upTo('d2_town_conditions');
    await respondent.send({ d2_town_conditions: '4', _page: 'back' });
    expect(respondent.page.address).toBe(address('/q/d1_life_satisfaction'));
    await respondent.answer(definition, answers);
    expect(respondent.page.html).toContain('id="d2_town_conditions-4" checked');
  });

  it('erases the answers that a changed filter no longer asks for, and asks for those that it opens', async () => {
    const respondent = await atCheck();
    await respondent.open(address('/q/hh_child_1_6?change=1'));
    await respondent.send({ hh_child_1_6: '0', hh_school_child: '1', hh_college: '0', hh_university: '0' });
    expect(respondent.page.address).toBe(address('/check'));
    const [draft] = await startedDrafts();
    expect(draft?.answers).not.toHaveProperty('d8_attends');
    expect(draft?.answers).not.toHaveProperty('d8_preschool_satisfaction');
    await respondent.open(address('/q/hh_child_1_6?change=1'));
    await respondent.send({ hh_child_1_6: '1', hh_school_child: '1', hh_college: '0', hh_university: '0' });
    expect(respondent.page.address).toBe(address('/q/d8_preschool_access?change=1'));
  });

  it('reaches the consent, and a refusal then erases everything', async () => {
    const respondent = await upTo('d1_life_satisfaction');
    await respondent.open(address('/q/consent'));
    await respondent.send({ consent: '0' });
    expect(respondent.page.address).toBe(address('/declined'));
    expect(await startedDrafts()).toEqual([]);
    expect(await unstored()).toEqual([{ townId: 'zhezkazgan', outcome: 'declined', count: 1 }]);
  });
});

describe('an end before the end', () => {
  it('stores nothing of a refusal but the count', async () => {
    const respondent = person('ru');
    await respondent.open(address());
    await respondent.send({ consent: '0' });
    expect(respondent.page.html).toContain('Вы решили не участвовать в опросе');
    expect(await startedDrafts()).toEqual([]);
    expect(await stored()).toBe(0);
    expect(await unstored()).toEqual([{ townId: 'zhezkazgan', outcome: 'declined', count: 1 }]);
  });

  it('erases whoever is screened out at once and counts once, also when the form is sent twice', async () => {
    const respondent = await upTo('age_group');
    const form = respondent.page;
    const minor = { age_group: '0', s_resident: '1', s_research_work: '0' };
    await respondent.send(minor);
    expect(respondent.page).toMatchObject({ status: 200, address: address('/screened-out') });
    await respondent.send(minor, form);
    expect(await startedDrafts()).toEqual([]);
    expect(await unstored()).toEqual([{ townId: 'zhezkazgan', outcome: 'screenedOut', count: 1 }]);
  });
});

describe('stopping', () => {
  const stopAt = async (page: string) => {
    const respondent = await upTo(page);
    await respondent.send({ _page: 'stop' });
    expect(respondent.page.heading).toBe('What should we do with your answers?');
    return respondent;
  };

  it('"later" names the last day, and the next visit asks before it shows an answer', async () => {
    const respondent = await stopAt('hh_size');
    await respondent.send({ _choice: 'later' });
    expect(respondent.page.html).toContain('Last day: 15\u00a0July\u00a02026.');
    await respondent.open(address('/q/d1_life_satisfaction'));
    expect(respondent.page.heading).toBe('You have an unfinished questionnaire');
    expect(respondent.page.html).not.toContain('checked');
    await respondent.send({ _choice: 'continue' });
    expect(respondent.page.address).toBe(address('/q/hh_size'));
  });

  it('"delete" erases the draft and counts it', async () => {
    const respondent = await stopAt('hh_size');
    await respondent.send({ _choice: 'delete' });
    expect(respondent.page.html).toContain('Your answers have been deleted.');
    expect(await startedDrafts()).toEqual([]);
    expect(await unstored()).toEqual([{ townId: 'zhezkazgan', outcome: 'deleted', count: 1 }]);
  });

  it('"send what I have" stores −5 for what is left', async () => {
    const respondent = await stopAt('hh_size');
    await respondent.send({ _choice: 'send' });
    expect(respondent.page.address).toBe(address('/thanks'));
    const response = await onlyResponse();
    expect(response.answers).toMatchObject({ d1_life_satisfaction: answers.d1_life_satisfaction, hh_size: -5, sex: -5 });
  });

  it('offers to send only once a scored question is answered', async () => {
    const respondent = await stopAt('d1_life_satisfaction');
    expect(respondent.page.html).not.toContain('value="send"');
    await respondent.send({ _choice: 'send' });
    expect(await stored()).toBe(0);
  });
});

describe('coming back', () => {
  it('asks first, also after half an hour without a page', async () => {
    const respondent = await upTo('hh_size');
    await respondent.open(address());
    expect(respondent.page.heading).toBe('You have an unfinished questionnaire');
    await respondent.open(address('/q/hh_size'));
    expect(respondent.page.address).toBe(address('/q/hh_size'));
    now = new Date(now.getTime() + 31 * MINUTE_MS);
    await respondent.open(address('/q/d1_life_satisfaction'));
    expect(respondent.page.heading).toBe('You have an unfinished questionnaire');
  });

  it('"start anew" deletes the unfinished answers', async () => {
    const respondent = await upTo('hh_size');
    await respondent.open(address());
    await respondent.send({ _choice: 'anew' });
    expect(respondent.page.heading).toBe('Life in our town: survey of residents');
    expect(await startedDrafts()).toEqual([]);
    expect(await unstored()).toEqual([{ townId: 'zhezkazgan', outcome: 'deleted', count: 1 }]);
  });

  it('finds nothing after the last day', async () => {
    const respondent = await upTo('hh_size');
    now = new Date(now.getTime() + 31 * DAY_MS);
    await respondent.open(address('/q/hh_size'));
    expect(respondent.page.heading).toBe('Life in our town: survey of residents');
  });
});

describe('one person, one response', () => {
  it('whether the form is sent twice, again after the thanks, or from two tabs at once', async () => {
    const respondent = await atCheck();
    const form = respondent.page;
    await Promise.all([respondent.send({}, form), respondent.send({}, form), respondent.send({}, form)]);
    await respondent.send({}, form);
    expect(respondent.page.address).toBe(address('/thanks'));
    expect(await stored()).toBe(1);
  });

  it('says on a later visit that the answers are there, and lets another person answer on the phone', async () => {
    const respondent = await atCheck();
    await respondent.send({});
    const thanks = respondent.page;
    await respondent.open(address());
    expect(respondent.page.html).toContain('We have already received your answers.');
    await respondent.send({}, thanks);
    expect(respondent.page.heading).toBe('Life in our town: survey of residents');
    await respondent.answerAll(definition, { ...answers, sex: 1 });
    await respondent.send({});
    expect(await stored()).toBe(2);
  });

  it('does not let a page left over from one person write into the answers of the next', async () => {
    const respondent = await upTo('d2_town_conditions');
    const leftOver = respondent.page;
    await respondent.answerAll(definition, answers);
    await respondent.send({});
    await respondent.send({});
    await respondent.answerUntil('/q/d2_town_conditions', definition, answers);
    await respondent.send({ d2_town_conditions: '1' }, leftOver);
    const [draft] = await startedDrafts();
    expect(draft?.answers).not.toHaveProperty('d2_town_conditions');
  });

  it('survives a crash between the arrival of the response and the erasure of the draft', async () => {
    const respondent = await atCheck();
    const [draft] = await startedDrafts();
    if (!draft) throw new Error('no draft');
    await app.dependencies.respond.submitResponse({ ...draft, wave, origin: 'respondent' });
    await app.dependencies.respond.finishInterrupted();
    expect(await startedDrafts()).toEqual([]);
    await respondent.send({});
    expect(respondent.page.address).toBe(address('/thanks'));
    expect(await stored()).toBe(1);
    expect(await app.dependencies.respond.responses.exists(responseIdOf(wave.slug, draft.submissionToken))).toBe(true);
  });
});

describe('a wave that takes no new answers', () => {
  it.each([
    ['paused', 'This survey is paused for a while.'],
    ['closed', 'This survey has ended.'],
  ] as const)('says that it is %s', async (state, text) => {
    await app.dependencies.fieldwork.changeState(wave.slug, state);
    const respondent = person();
    await respondent.open(address());
    expect(respondent.page.html).toContain(text);
    expect(respondent.page.html).not.toContain('name="consent"');
  });

  it('says when it begins', async () => {
    now = new Date('2025-12-30T07:00:00Z');
    const respondent = person();
    await respondent.open(address());
    expect(respondent.page.html).toContain('Start date: 1\u00a0January\u00a02026.');
  });

  it('takes a started questionnaire for the hours of grace and no longer', async () => {
    const respondent = await atCheck();
    const late = await atCheck();
    await app.dependencies.fieldwork.changeState(wave.slug, 'closed');
    now = new Date(now.getTime() + 10 * MINUTE_MS);
    await respondent.send({});
    expect(respondent.page.address).toBe(address('/thanks'));
    now = new Date(now.getTime() + 25 * 60 * MINUTE_MS);
    await late.send({});
    expect(late.page.html).toContain('This survey has ended.');
    expect(await stored()).toBe(1);
  });

  it.each(['/s/no-such-wave', '/s/no-such-wave/q/consent', '/s/UPPER'])(
    'answers an unknown link with a page of its own (%s)',
    async (link) => {
      const respondent = person();
      await respondent.open(link);
      expect(respondent.page.status).toBe(404);
      expect(respondent.page.html).toContain('There is no survey at this address.');
    },
  );
});

describe('a wave of several towns', () => {
  beforeEach(async () => {
    wave = await openWave(app.dependencies.fieldwork, {
      slug: `towns-${waves}`,
      towns: [{ townId: 'zhezkazgan', enterpriseName: { kk: '«Мыс»', ru: '«Медь»', en: '"Copper"' } }, { townId: 'satpayev' }],
    });
  });

  it('asks for the town first and keeps it for the next person', async () => {
    const respondent = person();
    await respondent.open(address());
    await respondent.send({});
    expect(respondent.page.status).toBe(422);
    await respondent.send({ town: 'satpayev' });
    expect(respondent.page.address).toBe(address('/satpayev'));
    await respondent.answerAll(definition, answers);
    await respondent.send({});
    await respondent.send({});
    expect(respondent.page.address).toBe(address('/satpayev'));
    expect(await app.dependencies.respond.responses.count(wave.slug, 'satpayev')).toBe(1);
  });

  it('is set by the link, and names the enterprise of that town or drops its bracket', async () => {
    const working = { ...answers, emp_status: 1, emp_city_forming: 1, d11_job_overall: 3 };
    for (const [town, question] of [
      ['zhezkazgan', 'enterprise (&#34;Copper&#34;)?'],
      ['satpayev', 'enterprise?'],
    ]) {
      const respondent = person();
      await respondent.open(address(`/${town}`));
      await respondent.answerUntil('/q/emp_city_forming', definition, working);
      expect(respondent.page.html).toContain(question);
    }
  });

  it('has no page for a town where it is not held', async () => {
    const respondent = person();
    await respondent.open(address('/balkhash'));
    expect(respondent.page.status).toBe(404);
  });
});

describe('a demonstration', () => {
  it('says so before the first question and leads from the thanks to the live figures of the town', async () => {
    wave = await openWave(
      app.dependencies.fieldwork,
      { slug: `demonstration-${waves}`, live: true },
      { slug: 'demonstration', demonstration: true },
    );
    const respondent = person();
    await respondent.open(address());
    expect(respondent.page.html).toContain('Synthetic demonstration.');
    await respondent.answerAll(definition, answers);
    await respondent.send({});
    expect(respondent.page.html).toContain('<a href="/towns/zhezkazgan">See the indicators of the town</a>');
  });
});
