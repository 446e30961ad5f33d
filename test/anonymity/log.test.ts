import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../server/app.js';
import { configFrom } from '../../server/config.js';
import { createDependencies, type Dependencies } from '../../server/dependencies.js';
import { questionsInOrder, type Answers, type Definition } from '../../survey-definitions/contract/index.js';
import { Client, jsonHeaders } from '../security/client.js';
import { FIELD_DAY, openWave } from '../support/openWave.js';
import { drawnAnswers, seededNumbers } from '../support/resultsScenario.js';
import { Phone } from './phone.js';

const ADDRESS = '203.0.113.77';
const BROWSER = 'Telephone/7.7 (a rare model)';
const PASSWORD = 'a password that is nobody’s business';
const KEY = 'an-idempotency-key-of-a-program';
const SLUG = 'a-wave-whose-address-is-secret';

const lines: string[] = [];
let dependencies: Dependencies;
let baseUrl: string;
let definition: Definition;
let answers: Answers;
let stop: () => Promise<void>;

/** The application with a log of everything, down to the finest level. */
beforeAll(async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'aleuet-log-'));
  const config = configFrom({ NODE_ENV: 'test', PORT: '0', DEMO: '1', DATA_DIR: dataDir, TRUST_PROXY: 'loopback' });
  const log = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) });
  dependencies = await createDependencies({ config, log, clock: () => FIELD_DAY });
  await dependencies.start();
  const server = createApp(dependencies).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await openWave(dependencies.fieldwork, { slug: SLUG });
  definition = dependencies.definitions.definition('residents', 1);
  answers = drawnAnswers(definition, seededNumbers(4));
  stop = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await dependencies.stop().catch(() => undefined);
    await rm(dataDir, { recursive: true, force: true });
  };
});
afterAll(() => stop());

function logged(): string {
  return lines.join('');
}

/** Names of questions with their answers, as JSON or a form would print them. */
const printedAnswers = (): string[] => questionsInOrder(definition).map(({ id }) => id);

describe('the log at its finest level', () => {
  it('names the route, and neither answers nor cookie, token, address, browser or wave', async () => {
    const phone = await new Phone(baseUrl, SLUG, definition, { 'user-agent': BROWSER, 'x-forwarded-for': ADDRESS }).answerUntil(
      '/check',
      answers,
    );
    const { cookie, token, draftId, responseId } = phone.known();
    await phone.send();
    await dependencies.results.foldNow();
    expect(logged(), 'the control: the submission is in the log').toContain('"route":"/s/:wave/submit"');
    const traces = [cookie, token, draftId, responseId, ADDRESS, BROWSER, SLUG, ...printedAnswers()];
    expect(traces.filter((trace) => logged().includes(trace))).toEqual([]);
  });

  it('is as silent about what was refused', async () => {
    const client = new Client(baseUrl);
    const responses = `/api/v1/waves/${SLUG}/responses`;
    const headers = jsonHeaders({ 'idempotency-key': KEY });
    const statuses = [
      await client.send(responses, {
        method: 'POST',
        headers,
        body: JSON.stringify({ language: 'kk', answers: { sex: 'secret-sex' } }),
      }),
      await client.send(responses, { method: 'POST', headers, body: '{"answers": secret-json' }),
      await client.send(responses, {
        method: 'POST',
        headers,
        body: JSON.stringify({ answers: 'secret-length'.repeat(30_000) }),
      }),
      await client.send('/api/v1/token', { headers: { authorization: 'Bearer secret-bearer' } }),
      await client.send(`/s/${SLUG}?secret-query=1`, { method: 'POST', body: 'consent=secret-consent' }),
      await client.post(`/s/${SLUG}/zhezkazgan`, { consent: 'secret-consent' }),
      await client.get('/c/secret-code'),
      await client.get('/towns/secret-address%E0%A4%A'),
      await client.postFrom('/accounts/sign-in', '/accounts/sign-in', { signInName: 'secret-name', password: PASSWORD }),
    ].map(({ status }) => status);
    expect(statuses).toEqual([422, 400, 413, 401, 403, 403, 404, 400, 422]);
    expect(logged(), 'the control: the refusals are in the log').toContain('"status":422');
    expect(['secret-', KEY, PASSWORD].filter((trace) => logged().includes(trace))).toEqual([]);
  });

  it('holds no secret of a link that lets somebody in', async () => {
    const link = (await dependencies.accounts.createDemonstrationSignIn()) ?? '';
    const client = new Client(baseUrl);
    await client.enter(link);
    expect((await client.get('/staff')).status).toBe(200);
    const secrets = [
      link.split('/').at(-1) ?? link,
      client.cookies.get('staff') ?? 'no cookie',
      client.cookies.get('csrf') ?? 'none',
    ];
    expect(logged()).toContain('"route":"/accounts/links/:secret"');
    expect(secrets.filter((secret) => logged().includes(secret))).toEqual([]);
  });

  it('says that the store is gone, and not with which answers in hand', async () => {
    const phone = await new Phone(baseUrl, SLUG, definition).answerUntil('/check', answers);
    const { cookie, token, draftId, responseId } = phone.known();
    await dependencies.results.stop();
    await dependencies.database.close();
    await phone.send();
    expect(phone.page.status).toBeGreaterThanOrEqual(500);
    expect(logged(), 'the control: the failure is in the log').toContain('"msg":"request failed"');
    expect([cookie, token, draftId, responseId, SLUG, ...printedAnswers()].filter((trace) => logged().includes(trace))).toEqual(
      [],
    );
  });
});
