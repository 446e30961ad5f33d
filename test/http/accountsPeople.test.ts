import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createVisitor, GOOD_PASSWORD, signIn, type StaffVisitor } from '../support/staffVisitor.js';
import { startTestApp, type TestApp } from '../support/testApp.js';

let app: TestApp;
let admin: StaffVisitor;
beforeAll(async () => {
  app = await startTestApp();
  admin = await signIn(app, { roles: ['admin'], signInName: 'chief' });
});
afterAll(async () => {
  await app.close();
});

/** The secret on a page that shows it once. */
const secretOn = (html: string): string => /<code>([^<]+)<\/code>/.exec(html)?.[1] ?? '';
const addressOf = async (signInName: string): Promise<string> => {
  const { html } = await admin.get('/accounts/people');
  return new RegExp(`href="(/accounts/people/[^"]+)">${signInName}<`).exec(html)?.[1] ?? '';
};
const invite = (fields: Record<string, string | string[]>) =>
  admin.post('/accounts/people', { signInName: '', displayName: '', townScope: 'all', ...fields });

describe('inviting somebody', () => {
  it('shows a link once; behind it the person chooses a password and is in', async () => {
    const shown = await invite({
      signInName: 'New@Example.org',
      roles: ['coordinator'],
      townScope: 'some',
      townIds: ['satpayev'],
    });
    expect(shown.status).toBe(201);
    const path = new URL(secretOn(shown.html)).pathname;
    expect((await admin.get(await addressOf('new@example.org'))).html).not.toContain(path);

    const person = createVisitor(app.baseUrl, 'ru');
    expect((await person.get(path)).html).toContain('new@example.org');
    const password = 'карьер и обогатительная';
    expect(await person.post(path, { displayName: '', password, passwordAgain: password }, path)).toMatchObject({ status: 303 });
    const me = await person.get('/accounts/me');
    expect(me.html).toContain('координатор');
    expect(me.html).toContain('Сатпаев');
    expect((await createVisitor(app.baseUrl).get(path)).status).toBe(404);
  });

  it('replaces an earlier link by a newer one', async () => {
    const first = new URL(secretOn((await invite({ signInName: 'forgetful', roles: ['analyst'] })).html)).pathname;
    const address = await addressOf('forgetful');
    const second = new URL(secretOn((await admin.post(`${address}/link`)).html)).pathname;
    expect((await createVisitor(app.baseUrl).get(first)).status).toBe(404);
    expect((await createVisitor(app.baseUrl).get(second)).status).toBe(200);
  });

  it.each([
    ['a role', { signInName: 'x1' }, 'Choose a role.'],
    ['a name in Latin letters', { signInName: 'қызметкер', roles: ['analyst'] }, 'must consist of Latin letters'],
    ['towns where it is limited to some', { signInName: 'x2', roles: ['analyst'], townScope: 'some' }, 'Tick at least one town.'],
    ['a name that is free', { signInName: 'chief', roles: ['analyst'] }, 'already taken'],
  ])('asks for %s', async (_words, fields, message) => {
    const answer = await invite(fields);
    expect(answer.status).toBe(422);
    expect(answer.html).toContain(message);
  });
});

describe('rights', () => {
  it('change at once, also for somebody who is signed in', async () => {
    const person = await signIn(app, { roles: ['analyst'], signInName: 'riser' });
    expect((await person.get('/fieldwork')).status).toBe(403);
    const address = await addressOf('riser');
    const rights = { displayName: 'Riser', roles: ['analyst', 'coordinator'], townScope: 'all' };
    expect((await admin.post(address, rights)).status).toBe(303);
    expect((await person.get('/fieldwork')).status).toBe(200);
  });

  it('end with the account: a disabled person is out at once and cannot come back', async () => {
    const person = await signIn(app, { roles: ['coordinator'], signInName: 'leaver' });
    const address = await addressOf('leaver');
    await admin.post(`${address}/disable`);
    expect((await person.get('/staff')).status).toBe(303);
    const back = createVisitor(app.baseUrl);
    const fields = { signInName: 'leaver', password: GOOD_PASSWORD };
    expect((await back.post('/accounts/sign-in', fields, '/accounts/sign-in')).status).toBe(422);
    await admin.post(`${address}/enable`);
    expect((await back.post('/accounts/sign-in', fields, '/accounts/sign-in')).status).toBe(303);
  });

  it('of an admin cannot be given up by that admin, so that one is always left', async () => {
    const address = await addressOf('chief');
    await admin.post(address, { displayName: '', roles: ['analyst'], townScope: 'all' });
    expect((await admin.get('/accounts/people')).status).toBe(200);
    expect((await admin.post(`${address}/disable`)).status).toBe(409);
  });
});

describe('tokens', () => {
  const soon = new Date(Date.now() + 30 * 24 * 3600 * 1000).toISOString().slice(0, 10);
  const callAs = (token: string, path = '/api/v1/token') =>
    fetch(app.baseUrl + path, { headers: { authorization: `Bearer ${token}` } });
  const make = (fields: Record<string, string | string[]>) =>
    admin.post('/accounts/tokens', { name: 'script', role: 'coordinator', lastDay: soon, townScope: 'all', ...fields });

  it('are shown once, stored as a hash, and stand for one role and its towns', async () => {
    const shown = await make({ name: 'R script', townScope: 'some', townIds: ['zhezkazgan'] });
    expect(shown.status).toBe(201);
    const token = secretOn(shown.html);
    expect((await admin.get('/accounts/tokens')).html).not.toContain(token);
    const stored = await app.dependencies.database.connection.collection('tokens').find().toArray();
    expect(JSON.stringify(stored)).not.toContain(token);
    const answer = await callAs(token);
    expect(await answer.json()).toEqual({ name: 'R script', roles: ['coordinator'], towns: ['zhezkazgan'] });
  });

  it('stop working when they are revoked', async () => {
    const token = secretOn((await make({ name: 'revoked' })).html);
    const { html } = await admin.get('/accounts/tokens');
    const action = /action="(\/accounts\/tokens\/[^"]+\/revoke)"[^>]*>(?:(?!<\/form>).)*“revoked”/.exec(html)?.[1] ?? '';
    expect((await admin.post(action)).status).toBe(303);
    expect((await callAs(token)).status).toBe(401);
  });

  it('never may more than their maker: with the maker gone or demoted they are worth nothing', async () => {
    const { accounts } = app.dependencies;
    const maker = await accounts.createAccount(
      { signInName: 'maker', displayName: '', roles: ['admin'], townIds: null, password: GOOD_PASSWORD },
      null,
    );
    const person = {
      accountId: maker._id,
      signInName: 'maker',
      displayName: '',
      roles: maker.roles,
      townIds: null,
      demonstration: false,
    };
    const token = await accounts.makeToken({ name: 'of maker', role: 'admin', townIds: null, lastDay: soon }, person);
    expect((await callAs(token)).status).toBe(200);
    await admin.post(await addressOf('maker'), { displayName: '', roles: ['coordinator'], townScope: 'all' });
    expect((await callAs(token)).status).toBe(401);
  });

  it('end within a year', async () => {
    const { status, html } = await make({ lastDay: '2999-01-01' });
    expect(status).toBe(422);
    expect(html).toContain('within a year');
  });

  it('that nobody made are answered with a problem document and 401', async () => {
    const answer = await callAs('aleuet_invented');
    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toBe('Bearer');
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
  });
});

describe('the audit log', () => {
  it('tells admins who did what, in their language, and never a secret', async () => {
    await signIn(app, { roles: ['analyst'], signInName: 'watched' });
    const shown = await invite({ signInName: 'logged', roles: ['analyst'] });
    const { html } = await admin.get('/accounts/audit?lang=ru');
    for (const text of ['вход в систему', 'watched', 'создана учётная запись', 'logged', 'создана одноразовая ссылка'])
      expect(html).toContain(text);
    const entries = JSON.stringify(await app.dependencies.database.connection.collection('auditEntries').find().toArray());
    expect(entries).not.toContain(GOOD_PASSWORD);
    expect(entries).not.toContain(secretOn(shown.html).split('/').at(-1));
    await admin.get('/accounts/me?lang=en');
  });

  it('leads back entry by entry to the first one', async () => {
    const { accounts } = app.dependencies;
    for (let number = 0; number < 60; number += 1)
      await accounts.audit({ person: null, action: 'file_downloaded', object: `file-${number}` });
    let path: string | undefined = '/accounts/audit';
    const seen = new Set<string>();
    while (path !== undefined) {
      const { html } = await admin.get(path);
      for (const [file] of html.matchAll(/file-\d+/g)) seen.add(file);
      path = /href="(\/accounts\/audit\?olderThan=[^"]+)"/.exec(html)?.[1];
    }
    expect(seen.size).toBe(60);
  });
});
