import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { textsIn, type Language } from '../../server/i18n/index.js';
import type { Answers, Definition } from '../../survey-definitions/contract/index.js';
import { Phone } from '../anonymity/phone.js';
import { FIELD_DAY, openWave } from '../support/openWave.js';
import { drawnAnswers, seededNumbers } from '../support/resultsScenario.js';
import { startTestApp, type TestApp } from '../support/testApp.js';
import { Client, encoded, jsonHeaders, tokenOf, type Reply } from './client.js';

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
const LIMIT = 50_000;

let app: TestApp;
let definition: Definition;
let answers: Answers;
let wave: string;
let waves = 0;
let keys = 0;

beforeAll(async () => {
  app = await startTestApp({ clock: () => FIELD_DAY, environment: { MAX_FORM_BYTES: String(LIMIT) } });
  definition = app.dependencies.definitions.definition('residents', 1);
  answers = drawnAnswers(definition, seededNumbers(21));
});
afterAll(() => app.close());
beforeEach(async () => {
  waves += 1;
  wave = `hostile-${waves}`;
  await openWave(app.dependencies.fieldwork, { slug: wave });
});

const stored = () => app.dependencies.respond.responses.count(wave);
const drafts = () => app.dependencies.database.connection.collection('drafts').countDocuments({ wave });
const draftOf = async (phone: Phone) =>
  (
    await app.dependencies.database.connection
      .collection<{ _id: string; answers: Answers }>('drafts')
      .findOne({ _id: phone.known().draftId })
  )?.answers;

function send(body: string | Buffer, headers: Record<string, string> = {}, language = 'en'): Promise<Reply> {
  keys += 1;
  return new Client(app.baseUrl, language).send(`/api/v1/waves/${wave}/responses`, {
    method: 'POST',
    headers: jsonHeaders({ 'idempotency-key': `hostile-input-key-${keys}`, ...headers }),
    body,
  });
}

const sendAnswers = (changed: Record<string, unknown>) =>
  send(JSON.stringify({ language: 'kk', answers: { ...answers, ...changed } }));

describe('a body over the limit', () => {
  it.each(['kk', 'ru', 'en'] satisfies Language[])(
    'is refused with 413 in the language of the reader (%s), and nothing is saved',
    async (language) => {
      const client = new Client(app.baseUrl, language);
      const _csrf = tokenOf((await client.get(`/s/${wave}`)).body);
      const reply = await client.post(`/s/${wave}/zhezkazgan`, { _csrf, consent: '1', filler: 'x'.repeat(LIMIT) });
      expect(reply.status).toBe(413);
      expect(reply.body).toContain(textsIn(language)('errors.bodyTooLarge'));
      expect(await drafts()).toBe(0);
      const api = await send(JSON.stringify({ language: 'kk', answers, filler: 'x'.repeat(LIMIT) }), {}, language);
      expect(api.status).toBe(413);
      expect((JSON.parse(api.body) as { title: string }).title).toBe(textsIn(language)('errors.bodyTooLarge'));
      expect(await stored()).toBe(0);
    },
  );

  it('is refused also when its length is not announced or is compressed away', async () => {
    const chunked = await send(JSON.stringify({ language: 'kk', answers, filler: 'x'.repeat(LIMIT) }), {
      'transfer-encoding': 'chunked',
    });
    expect(chunked.status).toBe(413);
    const { gzipSync } = await import('node:zlib');
    const bomb = await send(gzipSync(JSON.stringify({ language: 'kk', answers, filler: 'x'.repeat(20 * LIMIT) })), {
      'content-encoding': 'gzip',
    });
    expect(bomb.status).toBe(413);
    expect(await stored()).toBe(0);
  });

  it('leaves a saved page as it was', async () => {
    const phone = await new Phone(app.baseUrl, wave, definition).answerUntil('/q/d2_town_conditions', answers);
    const before = await draftOf(phone);
    const form = phone.form();
    expect((await phone.client.submit(form, { d2_town_conditions: '1', filler: 'x'.repeat(LIMIT) })).status).toBe(413);
    expect(await draftOf(phone)).toEqual(before);
  });

  it('is no fault just below the limit: the control', async () => {
    expect((await send(JSON.stringify({ language: 'kk', answers }))).status).toBe(201);
  });
});

describe('a body that is not what it should be', () => {
  it.each([
    ['deep JSON', () => `${'{"answers":'.repeat(4_000)}1${'}'.repeat(4_000)}`],
    ['deep lists', () => `{"language":"kk","answers":${'['.repeat(20_000)}${']'.repeat(20_000)}}`],
    ['a deep answer', () => `{"language":"kk","answers":{"sex":${'['.repeat(10_000)}${']'.repeat(10_000)}}}`],
    ['half of a JSON', () => '{"language":"kk","answers":{'],
    ['a list', () => '[]'],
    ['null', () => 'null'],
    ['a number', () => '7'],
    ['nothing', () => ''],
    ['numbers without end', () => '{"language":"kk","answers":{"sex":1e999}}'],
  ])('is refused: %s', async (_, body) => {
    expect([400, 413, 422]).toContain((await send(body())).status);
    expect(await stored()).toBe(0);
  });

  it.each([
    ['text/plain', {}],
    ['application/xml', {}],
    ['application/x-www-form-urlencoded', {}],
    ['multipart/form-data; boundary=x', {}],
    ['application/json; charset=utf-99', {}],
    ['application/json', { 'content-encoding': 'unknown' }],
  ])('is refused as %s %o', async (type, headers) => {
    const reply = await send(JSON.stringify({ language: 'kk', answers }), { ...headers, 'content-type': type });
    expect([400, 415]).toContain(reply.status);
    expect(reply.headers['content-type']).toContain('application/problem+json');
    expect(await stored()).toBe(0);
  });

  it('is refused as a form of another kind or of too many fields, with a page and not with a crash', async () => {
    const client = new Client(app.baseUrl);
    const _csrf = tokenOf((await client.get(`/s/${wave}`)).body);
    const many = encoded({ _csrf, ...Object.fromEntries(Array.from({ length: 1_500 }, (_, at) => [`f${at}`, '1'])) });
    const statuses = [
      await client.send(`/s/${wave}/zhezkazgan`, {
        method: 'POST',
        headers: jsonHeaders(),
        body: JSON.stringify({ _csrf, consent: 1 }),
      }),
      await client.send(`/s/${wave}/zhezkazgan`, { method: 'POST', headers: FORM, body: many }),
      await client.send(`/s/${wave}/zhezkazgan`, { method: 'POST', headers: FORM, body: `_csrf=${_csrf}&consent=%E0%A4%A` }),
      await client.send(`/s/${wave}/zhezkazgan`, {
        method: 'POST',
        headers: { ...FORM, 'content-encoding': 'br' },
        body: 'nonsense',
      }),
    ].map(({ status }) => status);
    for (const status of statuses) expect([400, 403, 413, 415, 422]).toContain(status);
    expect(await drafts()).toBe(0);
  });
});

describe('field names that mean something to JavaScript or to the store', () => {
  const NAMES = [
    'constructor',
    'prototype',
    '__proto__.polluted',
    'constructor[prototype][polluted]',
    'toString',
    '$where',
    '$ne',
    'a.b',
    '',
    '_id',
  ];

  it.each(NAMES)('are no answers: %j in a program’s call', async (name) => {
    const body = `{"language":"kk","answers":{${JSON.stringify(answers).slice(1, -1)},${JSON.stringify(name)}:{"polluted":1}}}`;
    expect((await send(body)).status).toBe(422);
    expect(await stored()).toBe(0);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  it('are left out of what is stored where JSON makes a property of them', async () => {
    const reply = await send(
      `{"language":"kk","answers":{${JSON.stringify(answers).slice(1, -1)},"__proto__":{"polluted":1,"sex":9}}}`,
    );
    expect([201, 422]).toContain(reply.status);
    const found = await app.dependencies.database.connection.collection('responses').find({ wave }).toArray();
    expect(JSON.stringify(found)).not.toContain('polluted');
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  it.each(['__proto__', 'constructor', 'prototype'])('are no fields of a submission: %j beside the answers', async (name) => {
    const reply = await send(
      `{"language":"kk","answers":${JSON.stringify(answers)},${JSON.stringify(name)}:{"polluted":1,"town":"satpayev"}}`,
    );
    expect([201, 400]).toContain(reply.status);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    expect(await app.dependencies.respond.responses.count(wave, 'satpayev')).toBe(0);
  });

  it('are left out of what a page saves', async () => {
    const phone = await new Phone(app.baseUrl, wave, definition).answerUntil('/q/d2_town_conditions', answers);
    const before = await draftOf(phone);
    const names = [...NAMES, 'answers.sex', 'status', 'submissionToken', 'townId', 'sex', 'consent'];
    await phone.send(Object.fromEntries(names.map((name) => [name, '1'])));
    expect(phone.page.status).toBe(422);
    expect(await draftOf(phone)).toEqual(before);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  it.each([
    'consent[$ne]=1',
    'consent[$gt]=',
    'consent%5B%24ne%5D=1',
    'consent[]=1',
    'consent[0]=1',
    'consent=%7B%22$ne%22%3A1%7D',
  ])('do not give consent: %s', async (field) => {
    const client = new Client(app.baseUrl);
    const _csrf = tokenOf((await client.get(`/s/${wave}`)).body);
    const reply = await client.send(`/s/${wave}/zhezkazgan`, {
      method: 'POST',
      headers: FORM,
      body: `${encoded({ _csrf })}&${field}`,
    });
    expect(reply.status).toBe(422);
    expect(await drafts()).toBe(0);
  });

  it('do not sign anybody in', async () => {
    for (const field of [
      'signInName[$ne]=x&password[$ne]=y',
      'signInName=%7B%22%24ne%22%3A1%7D&password=x',
      'signInName=a&signInName=b&password=c',
    ]) {
      const client = new Client(app.baseUrl);
      const _csrf = tokenOf((await client.get('/accounts/sign-in')).body);
      const reply = await client.send('/accounts/sign-in', {
        method: 'POST',
        headers: FORM,
        body: `${encoded({ _csrf })}&${field}`,
      });
      expect(reply.status, field).toBe(422);
      expect(client.cookies.has('staff')).toBe(false);
    }
  });

  it('open no draft: a cookie that is an operator or an object', async () => {
    const client = new Client(app.baseUrl);
    for (const cookie of ['j%3A%7B%22%24ne%22%3A1%7D', '%7B%22%24gt%22%3A%22%22%7D', 'x'.repeat(3_000), '%00', '%ED%A0%80']) {
      client.cookies.set('questionnaire', cookie);
      expect((await client.get(`/s/${wave}/check`)).headers.location).toBe(`/s/${wave}`);
      client.cookies.set('lang', 'j:{"a":1}');
      expect((await client.get(`/s/${wave}`)).status).toBe(200);
    }
  });
});

describe('answers that are none', () => {
  it.each([
    ['a NUL', '1\0'],
    ['a lone surrogate', '\ud800'],
    ['a number as text', '1'],
    ['a list', [1]],
    ['an operator', { $ne: 1 }],
    ['true', true],
    ['null', null],
    ['a fraction', 1.5],
    ['too large a number', 2 ** 53],
    ['a code for "not asked"', -4],
    ['a code for "missing"', -5],
    ['no such code', 99],
  ])('are refused: %s', async (_, value) => {
    const reply = await sendAnswers({ sex: value });
    expect(reply.status).toBe(422);
    expect(reply.body).toContain('"sex"');
    expect(await stored()).toBe(0);
  });

  it.each(['1\0', '\0', '%00', '\ud800', '1;2', ' 1e0', '0x1', '１', '-4', '-5', '99', '1.0000000000000000000001x'])(
    'are refused on a page, too, and the page can be shown again: %j',
    async (value) => {
      const phone = await new Phone(app.baseUrl, wave, definition).answerUntil('/q/d1_life_satisfaction', answers);
      const before = await draftOf(phone);
      await phone.send({ d1_life_satisfaction: value });
      expect(phone.page.status).toBe(422);
      expect(await draftOf(phone)).toEqual(before);
    },
  );

  it('do not come twice: the first of two counts or the page comes again, and never both', async () => {
    const phone = await new Phone(app.baseUrl, wave, definition).answerUntil('/q/d1_life_satisfaction', answers);
    await phone.send({ d1_life_satisfaction: ['3', '8'] });
    const saved = (await draftOf(phone))?.d1_life_satisfaction;
    expect([undefined, 3]).toContain(saved);
  });
});

describe('fields of staff with bytes that do not belong there', () => {
  it.each(['a\0b', '\ud800', 'x'.repeat(5_000), '<script>alert(1)</script>', '{{7*7}}<%= 7*7 %>', "' OR 1=1 --"])(
    'are shown as text or refused: %j',
    async (value) => {
      const client = new Client(app.baseUrl);
      const reply = await client.postFrom('/accounts/sign-in', '/accounts/sign-in', { signInName: value, password: 'x' });
      expect([422, 429]).toContain(reply.status);
      expect(reply.body).not.toContain('<script>alert');
      expect(reply.body).not.toContain('49<');
    },
  );
});
