import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formsOf } from '../support/visitor.js';
import { startTestApp, type TestApp } from '../support/testApp.js';
import { Client, encoded, jsonHeaders, tokenOf, type Sending } from './client.js';
import { addressOf, pageRoutes, type KnownRoute } from './routes.js';

let app: TestApp;
let admin: Client;
let stranger: Client;
let posts: KnownRoute[];

beforeAll(async () => {
  app = await startTestApp({ environment: { DEMO: '1' } });
  await app.dependencies.operations.prepareDemonstration();
  admin = new Client(app.baseUrl);
  await admin.enter((await app.dependencies.accounts.createDemonstrationSignIn()) ?? '');
  stranger = new Client(app.baseUrl);
  posts = pageRoutes(app.dependencies).filter(({ method }) => method !== 'GET');
});
afterAll(() => app.close());

const post = (headers: Record<string, string>, body: string): Sending => ({ method: 'POST', headers, body });
const form = (fields: Record<string, string>): Sending =>
  post({ 'content-type': 'application/x-www-form-urlencoded' }, encoded(fields));
const multipart = (fields: Record<string, string>): Sending =>
  post(
    { 'content-type': 'multipart/form-data; boundary=edge' },
    `${Object.entries(fields)
      .map(([name, value]) => `--edge\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`)
      .join('')}--edge--\r\n`,
  );

/** What could have been changed: every document of the store but sessions. */
async function stateOfStore(): Promise<string> {
  const db = app.dependencies.database.connection.getClient().db(app.dependencies.database.connection.name);
  const collections = await db.listCollections().toArray();
  const names = collections.map(({ name }) => name).filter((name) => name !== 'sessions' && name !== 'folder_leases');
  const contents = await Promise.all(
    names.sort().map(async (name) => [name, await db.collection(name).find().sort({ _id: 1 }).toArray()]),
  );
  return JSON.stringify(contents);
}

async function answersOfEveryPost(sendingFor: (address: string) => Sending): Promise<string[]> {
  const answers: string[] = [];
  for (const route of posts) {
    const address = addressOf(route);
    const { status } = await admin.send(address, sendingFor(address));
    if (status !== 403) answers.push(`${status} ${route.pattern}`);
  }
  return answers;
}

describe('a form that another site sends in the name of an administrator', () => {
  it('has many places to try', () => {
    expect(posts.length).toBeGreaterThan(25);
  });

  it.each([
    ['without a token', () => form({ _choice: 'send' })],
    ['with an empty token', () => form({ _csrf: '' })],
    ['with a wrong token', () => form({ _csrf: 'x' })],
    ['without a body', () => ({ method: 'POST' })],
    ['as plain text', () => post({ 'content-type': 'text/plain' }, '_csrf=x')],
    ['as JSON', () => post(jsonHeaders(), JSON.stringify({ _csrf: 'x' }))],
    ['as a file upload without a token', () => multipart({ _choice: 'send' })],
    ['as a file upload with a wrong token', () => multipart({ _csrf: 'x' })],
  ] satisfies [string, () => Sending][])('is refused everywhere with 403 %s, and nothing changes', async (_, sending) => {
    const before = await stateOfStore();
    expect(await answersOfEveryPost(sending)).toEqual([]);
    expect(await stateOfStore()).toBe(before);
    expect((await admin.get('/staff')).status, 'still signed in').toBe(200);
  });

  it('is refused with the token of another visitor', async () => {
    const theirs = tokenOf((await stranger.get('/accounts/sign-in')).body);
    expect(theirs).not.toBe('');
    expect(await answersOfEveryPost(() => form({ _csrf: theirs }))).toEqual([]);
    expect(await answersOfEveryPost(() => multipart({ _csrf: theirs }))).toEqual([]);
  });

  it('cannot bring its own pair of cookie and token', async () => {
    const planted = new Client(app.baseUrl);
    planted.cookies.set('csrf', 'a.b');
    planted.cookies.set('visitor', 'chosen-by-the-attacker');
    expect((await planted.post('/accounts/sign-in', { _csrf: 'a.b', signInName: 'x', password: 'y' })).status).toBe(403);
  });

  it('is taken when it is one’s own: the control', async () => {
    const page = await admin.get('/fieldwork/waves/residents-demo-neighbours');
    const pause = formsOf(page.body).find(({ action }) => action.endsWith('/pause'));
    if (!pause) throw new Error('no form to pause the wave');
    expect((await admin.submit(pause)).status).toBe(303);
  });

  it('finds a token in every form of every page', async () => {
    const gets = pageRoutes(app.dependencies).filter(({ method }) => method === 'GET');
    const without: string[] = [];
    let seen = 0;
    for (const route of gets) {
      const { body } = await admin.get(addressOf(route));
      for (const { action, hidden } of formsOf(body)) {
        seen += 1;
        if (!hidden.some(([name, value]) => name === '_csrf' && value !== '')) without.push(`${route.pattern}: ${action}`);
      }
    }
    expect(seen).toBeGreaterThan(10);
    expect(without).toEqual([]);
  });
});
