import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPublishedRepository } from '../../server/design/questionnaires/published.repository.js';
import { residents } from '../definitions/builtIn.js';
import { FIELD_DAY, openWave } from '../support/openWave.js';
import { signIn, type StaffVisitor } from '../support/staffVisitor.js';
import { startTestApp, type TestApp } from '../support/testApp.js';

const OF_THE_WAVE = [
  '/s/young',
  '/fieldwork/waves/young',
  '/results/waves/young',
  '/respond/paper/young',
  '/api/v1/waves/young/definition',
  '/api/v1/waves/young/codebook.csv',
];
const OF_ALL = ['/', '/towns/zhezkazgan', '/data', '/fieldwork', '/export', '/api/v1/waves', '/api/v1/waves/young'];

/** Where several processes share a store, one of them may open a wave before another has heard of its questionnaire. */
describe('a wave whose questionnaire this process does not know yet', () => {
  let app: TestApp;
  let coordinator: StaffVisitor;
  beforeAll(async () => {
    app = await startTestApp({ clock: () => FIELD_DAY });
    coordinator = await signIn(app, { roles: ['coordinator'] });
    await openWave(app.dependencies.fieldwork, { slug: 'known' });
    await openWave(app.dependencies.fieldwork, { slug: 'young' });
    const waves = app.dependencies.database.connection.collection<{ _id: string }>('waves');
    await waves.updateOne({ _id: 'young' }, { $set: { definitionVersion: 2 } });
  });
  afterAll(() => app.close());

  const statusOf = async (address: string) => (await coordinator.get(address)).status;

  it.each(OF_THE_WAVE)('has no page, which is no failure: %s', async (address) => {
    expect(await statusOf(address)).toBe(404);
    expect(await statusOf(address.replace('young', 'known'))).toBe(200);
  });

  it.each(OF_ALL)('leaves what others see as it is: %s', async (address) => {
    expect(await statusOf(address)).toBe(200);
  });

  it('takes no answer that it could not check', async () => {
    const sent = await fetch(`${app.baseUrl}/api/v1/waves/young/responses`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': 'a-key-of-its-own' },
      body: JSON.stringify({ language: 'kk', answers: {} }),
    });
    expect(sent.status).toBe(404);
  });

  it('is like any other as soon as it is published, for the first who asks', async () => {
    const published = createPublishedRepository(app.dependencies.database.connection);
    const definition = { ...residents, version: 2, minutes: 9 };
    const about = { questionnaire: 'residents', version: 2, statuses: [], publishedAt: FIELD_DAY, publishedBy: 'colleague' };
    expect(await published.insert({ ...about, definition })).toBe(true);
    for (const address of OF_THE_WAVE) expect(await statusOf(address), address).toBe(200);
    expect(await (await fetch(`${app.baseUrl}/api/v1/waves/young/definition`)).json()).toEqual(definition);
  });
});
