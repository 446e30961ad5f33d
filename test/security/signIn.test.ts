import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GOOD_PASSWORD } from '../support/staffVisitor.js';
import { startTestApp, type TestApp } from '../support/testApp.js';
import { Client, jsonHeaders, tokenOf } from './client.js';

let app: TestApp;
let now = new Date('2026-06-15T07:00:00Z');
let people = 0;

beforeAll(async () => {
  app = await startTestApp({ clock: () => now, environment: { DEMO: '1', TRUST_PROXY: 'loopback' } });
});
afterAll(() => app.close());

async function aPerson(): Promise<string> {
  people += 1;
  const signInName = `person-${people}@example.org`;
  const account = { signInName, displayName: '', roles: ['admin' as const], townIds: null, password: GOOD_PASSWORD };
  await app.dependencies.accounts.createAccount(account, null);
  return signInName;
}

/** Somebody at an address of their own; the address is part of the limit. */
const from = (address: string) => new Client(app.baseUrl, 'en', { 'x-forwarded-for': address });
const signIn = (client: Client, signInName: string, password = GOOD_PASSWORD) =>
  client.postFrom('/accounts/sign-in', '/accounts/sign-in', { signInName, password });

describe('guessing', () => {
  it('a password comes to an end after ten attempts at a name, from wherever they come, also with the right one', async () => {
    const name = await aPerson();
    const statuses: number[] = [];
    for (let attempt = 0; attempt < 12; attempt += 1)
      statuses.push(
        (await signIn(from(`198.51.100.${attempt}`), attempt % 2 ? name : name.toUpperCase(), 'a wrong guess')).status,
      );
    expect(statuses).toEqual([...Array<number>(10).fill(422), 429, 429]);
    expect((await signIn(from('198.51.100.99'), name)).status).toBe(429);
    expect((await signIn(from('198.51.100.98'), await aPerson())).status, 'others sign in: the control').toBe(303);
  });

  it('a link comes to an end for an address', async () => {
    const guesser = from('192.0.2.7');
    const statuses: number[] = [];
    for (let attempt = 0; attempt < 55; attempt += 1)
      statuses.push((await guesser.get(`/accounts/links/${String(attempt).padStart(43, 'a')}`)).status);
    expect(statuses.slice(0, 50)).toEqual(Array<number>(50).fill(404));
    expect(statuses.slice(50)).toEqual(Array<number>(5).fill(429));
  });

  it('tells nobody whether a name exists', async () => {
    const [known, unknown] = [await aPerson(), 'nobody-of-this-name@example.org'];
    const text = async (name: string) =>
      (await signIn(from('192.0.2.50'), name, 'a wrong guess')).body
        .replaceAll(name, 'NAME')
        .replace(/value="[A-Za-z0-9._-]{40,}"/g, '');
    expect(await text(known)).toBe(await text(unknown));
  });

  it('is not helped by a header that claims another address where no proxy is trusted', async () => {
    const direct = await startTestApp({ environment: { DEMO: '1' } });
    const statuses: number[] = [];
    for (let attempt = 0; attempt < 52; attempt += 1) {
      const client = new Client(direct.baseUrl, 'en', { 'x-forwarded-for': `198.51.100.${attempt}` });
      statuses.push((await client.get(`/accounts/links/${String(attempt).padStart(43, 'a')}`)).status);
    }
    expect(statuses.slice(50)).toEqual([429, 429]);
    await direct.close();
  });
});

describe('a session', () => {
  it('begins under a new id: one planted before signing in, or kept from before, is worth nothing', async () => {
    const victim = from('192.0.2.20');
    victim.cookies.set('staff', 's%3Aplanted-session-id.signature');
    expect((await signIn(victim, await aPerson())).status).toBe(303);
    const first = victim.cookies.get('staff');
    expect(first).not.toContain('planted');
    const attacker = from('192.0.2.21');
    attacker.cookies.set('staff', 's%3Aplanted-session-id.signature');
    expect((await attacker.get('/staff')).status).toBe(303);

    const other = await aPerson();
    await victim.postFrom('/accounts/me', '/accounts/sign-out');
    victim.cookies.set('staff', first ?? '');
    expect((await signIn(victim, other)).status).toBe(303);
    expect(victim.cookies.get('staff')).not.toBe(first);
    attacker.cookies.set('staff', first ?? '');
    expect((await attacker.get('/staff')).status, 'the old session').toBe(303);
    expect((await victim.get('/staff')).status, 'the new one: the control').toBe(200);
  });

  it('is over after signing out, also for a copy of the cookie', async () => {
    const person = from('192.0.2.30');
    await signIn(person, await aPerson());
    const copy = from('192.0.2.31');
    for (const [name, value] of person.cookies) copy.cookies.set(name, value);
    expect((await copy.get('/staff')).status, 'the control').toBe(200);
    await person.postFrom('/accounts/me', '/accounts/sign-out');
    expect((await copy.get('/staff')).status).toBe(303);
  });

  it('cannot be made up or changed', async () => {
    const person = from('192.0.2.40');
    await signIn(person, await aPerson());
    const real = person.cookies.get('staff') ?? '';
    for (const forged of [
      real.slice(0, -4),
      `${real}x`,
      real.replace('s%3A', 's%3Ax'),
      'j%3A%7B%22accountId%22%3A%22x%22%7D',
      '',
    ]) {
      person.cookies.set('staff', forged);
      expect((await person.get('/staff')).status, forged).toBe(303);
    }
  });

  it('is not disturbed by cookies that are objects: every page still answers', async () => {
    const person = from('192.0.2.45');
    for (const name of ['staff', 'csrf', 'visitor', 'lang', 'questionnaire'])
      person.cookies.set(name, 'j%3A%7B%22a%22%3A%7B%22%24ne%22%3A1%7D%7D');
    for (const address of ['/', '/staff', '/accounts/sign-in', '/data', '/privacy'])
      expect((await person.get(address)).status, address).toBeLessThan(400);
  });

  it('is stored under a hash, so that the store’s files open no session', async () => {
    const person = from('192.0.2.60');
    await signIn(person, await aPerson());
    const id =
      decodeURIComponent(person.cookies.get('staff') ?? '')
        .slice(2)
        .split('.')[0] ?? '';
    expect(id.length).toBeGreaterThan(20);
    const sessions = await app.dependencies.database.connection.collection('sessions').find().toArray();
    expect(sessions.length).toBeGreaterThan(0);
    expect(JSON.stringify(sessions)).not.toContain(id);
  });

  it('opens nothing in the API, and a token opens no page', async () => {
    const person = from('192.0.2.70');
    await signIn(person, await aPerson());
    expect((await person.get('/api/v1/token')).status).toBe(401);
    expect(
      (await person.send('/api/v1/scores', { method: 'POST', headers: jsonHeaders(), body: '{"town":"zhezkazgan","year":2019}' }))
        .status,
    ).toBe(401);
    const maker = {
      accountId: (await accountIdOf(person)) ?? '',
      signInName: 'x',
      displayName: 'x',
      roles: ['admin' as const],
      townIds: null,
      demonstration: false,
    };
    const secret = await app.dependencies.accounts.makeToken(
      { name: 'a program', role: 'admin', lastDay: '2026-12-31', townIds: null },
      maker,
    );
    const bearer = { authorization: `Bearer ${secret}` };
    expect((await new Client(app.baseUrl).send('/api/v1/token', { headers: bearer })).status, 'the control').toBe(200);
    expect((await new Client(app.baseUrl).send('/staff', { headers: bearer })).status).toBe(303);
    const tokens = await app.dependencies.database.connection.collection('tokens').find().toArray();
    expect(JSON.stringify(tokens)).not.toContain(secret);
    now = new Date('2027-01-02T07:00:00Z');
    expect((await new Client(app.baseUrl).send('/api/v1/token', { headers: bearer })).status, 'after its last day').toBe(401);
    now = new Date('2026-06-15T07:00:00Z');
  });

  it('needs a token of a form that this visitor got, not one from before signing in elsewhere', async () => {
    const person = from('192.0.2.80');
    const foreign = tokenOf((await from('192.0.2.81').get('/accounts/sign-in')).body);
    expect(
      (await person.post('/accounts/sign-in', { _csrf: foreign, signInName: await aPerson(), password: GOOD_PASSWORD })).status,
    ).toBe(403);
  });
});

async function accountIdOf(client: Client): Promise<string | undefined> {
  const { body } = await client.get('/accounts/people');
  return /href="\/accounts\/people\/([A-Za-z0-9_-]{22})"/.exec(body)?.[1];
}
