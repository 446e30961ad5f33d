import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createVisitor, GOOD_PASSWORD, signIn, type StaffVisitor } from '../support/staffVisitor.js';
import { startTestApp, type TestApp } from '../support/testApp.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(async () => {
  await app.close();
});

const signInFrom = (visitor: StaffVisitor, fields: Record<string, string>) =>
  visitor.post('/accounts/sign-in', fields, '/accounts/sign-in');

describe('the first start', () => {
  it('offers a link behind which the first administrator is made, once', async () => {
    const fresh = await startTestApp();
    const path = (await fresh.dependencies.accounts.ensureFirstAccount()) ?? '';
    const visitor = createVisitor(fresh.baseUrl);
    const preview = await createVisitor(fresh.baseUrl).get(path);
    expect(preview.status).toBe(200);
    expect(preview.headers.get('cache-control')).toBe('no-store');

    const fields = { signInName: 'First@Example.org', displayName: '', password: GOOD_PASSWORD, passwordAgain: GOOD_PASSWORD };
    const weak = await visitor.post(path, { ...fields, password: 'short', passwordAgain: 'short' }, path);
    expect(weak.status).toBe(422);
    expect(weak.html).toContain('at least 12 characters');
    expect(weak.html).toContain('value="first@example.org"');
    expect(weak.html).not.toContain('value="short"');

    expect(await visitor.post(path, fields, path)).toMatchObject({ status: 303, location: '/staff' });
    expect((await visitor.get('/accounts/people')).html).toContain('first@example.org');
    expect((await visitor.get(path)).status).toBe(404);
    expect(await fresh.dependencies.accounts.ensureFirstAccount()).toBeNull();
    await fresh.close();
  });

  it('a set-up link is worth nothing once somebody has an account', async () => {
    const fresh = await startTestApp();
    const path = (await fresh.dependencies.accounts.ensureFirstAccount()) ?? '';
    await signIn(fresh, { roles: ['analyst'] });
    expect((await createVisitor(fresh.baseUrl).get(path)).status).toBe(404);
    await fresh.close();
  });
});

describe('the demonstration', () => {
  it('is entered by a link that is looked at without harm and used once', async () => {
    const demonstration = await startTestApp({ environment: { DEMO: '1' } });
    const path = (await demonstration.dependencies.accounts.createDemonstrationSignIn()) ?? '';
    const visitor = createVisitor(demonstration.baseUrl);
    for (let look = 0; look < 3; look += 1) expect((await visitor.get(path)).status).toBe(200);
    expect(await visitor.post(path, {}, path)).toMatchObject({ status: 303, location: '/staff' });
    expect((await visitor.get('/staff')).status).toBe(200);
    expect((await createVisitor(demonstration.baseUrl).get(path)).status).toBe(404);
    await demonstration.close();
  });

  it('has no link where demonstrations may not sign in', async () => {
    expect(await app.dependencies.accounts.createDemonstrationSignIn()).toBeNull();
  });
});

describe('signing in', () => {
  it('leads to the page one wanted, under a new session, with a cookie that scripts cannot read', async () => {
    const { accounts } = app.dependencies;
    await accounts.createAccount(
      { signInName: 'wanted@example.org', displayName: '', roles: ['coordinator'], townIds: null, password: GOOD_PASSWORD },
      null,
    );
    const visitor = createVisitor(app.baseUrl);
    const away = await visitor.get('/fieldwork?lang=ru');
    expect(away.status).toBe(303);
    expect(away.location).toBe('/accounts/sign-in?next=%2Ffieldwork%3Flang%3Dru');
    const fields = { signInName: ' WANTED@example.org ', password: GOOD_PASSWORD, next: '/fieldwork?lang=ru' };
    const answer = await signInFrom(visitor, fields);
    expect(answer).toMatchObject({ status: 303, location: '/fieldwork?lang=ru' });
    const cookie = answer.headers.getSetCookie().find((line) => line.startsWith('staff=')) ?? '';
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Lax/);
    expect((await visitor.get('/fieldwork')).headers.get('cache-control')).toBe('no-store');
  });

  it.each(['https://elsewhere.example/', '//elsewhere.example/', '/\\elsewhere.example/', 'javascript:alert(1)'])(
    'never leads to %s',
    async (next) => {
      const name = `next-${Math.random().toString(36).slice(2)}`;
      const visitor = await signIn(app, { roles: ['analyst'], signInName: name });
      visitor.cookies.delete('staff');
      const answer = await signInFrom(visitor, { signInName: name, password: GOOD_PASSWORD, next });
      expect(answer).toMatchObject({ status: 303, location: '/staff' });
    },
  );

  it('says the same about an unknown name and a wrong password', async () => {
    await signIn(app, { roles: ['analyst'], signInName: 'known' });
    const shown = async (signInName: string) => {
      const { status, html } = await signInFrom(createVisitor(app.baseUrl), { signInName, password: 'not the right one' });
      return { status, message: /class="message"[^>]*>([^<]+)/.exec(html)?.[1] };
    };
    expect(await shown('unknown')).toEqual(await shown('known'));
    expect(await shown('known')).toEqual({ status: 422, message: 'The sign-in name or the password is wrong.' });
  });

  it('is refused without the token of the form', async () => {
    const answer = await createVisitor(app.baseUrl).postWithToken(
      '/accounts/sign-in',
      { signInName: 'a', password: 'b' },
      'forged',
    );
    expect(answer.status).toBe(403);
  });

  it('is refused after ten wrong passwords, even with the right one', async () => {
    await signIn(app, { roles: ['admin'], signInName: 'guessed' });
    const visitor = createVisitor(app.baseUrl);
    for (let attempt = 0; attempt < 10; attempt += 1)
      await signInFrom(visitor, { signInName: 'guessed', password: `guess ${attempt}` });
    const answer = await signInFrom(visitor, { signInName: 'guessed', password: GOOD_PASSWORD });
    expect(answer.status).toBe(429);
    expect(answer.html).toContain('Too many attempts');
  });

  it.each([
    ['kk', 'Қате: Кіру'],
    ['ru', 'Ошибка: Войти'],
    ['en', 'Error: Sign in'],
  ])('in %s names a fault in the title and links to the field', async (language, title) => {
    const { status, html } = await signInFrom(createVisitor(app.baseUrl, language), { signInName: '', password: '' });
    expect(status).toBe(422);
    expect(html).toContain(`<title>${title}`);
    expect(html).toContain('href="#signInName"');
    expect(html).toMatch(/id="signInName"[^>]* aria-invalid="true" aria-describedby="signInName-error"/);
  });
});

describe('a session', () => {
  it('ends after eight idle hours, and each page begins them anew', async () => {
    const visitor = await signIn(app, { roles: ['analyst'] });
    const cookie = (await visitor.get('/staff')).headers.getSetCookie().find((line) => line.startsWith('staff=')) ?? '';
    const ends = Date.parse(/Expires=([^;]+)/.exec(cookie)?.[1] ?? '');
    expect(Math.abs(ends - Date.now() - 8 * 3600 * 1000)).toBeLessThan(60_000);
  });

  it('travels only over https where the site does', async () => {
    const secure = await startTestApp({ environment: { BASE_URL: 'https://survey.example.org' } });
    const account = {
      signInName: 'secured',
      displayName: '',
      roles: ['analyst' as const],
      townIds: null,
      password: GOOD_PASSWORD,
    };
    await secure.dependencies.accounts.createAccount(account, null);
    const visitor = createVisitor(secure.baseUrl, 'en', { 'x-forwarded-proto': 'https' });
    const answer = await signInFrom(visitor, { signInName: 'secured', password: GOOD_PASSWORD });
    expect(answer.headers.getSetCookie().find((line) => line.startsWith('staff='))).toMatch(/; Secure/);
    expect((await visitor.get('/staff')).status).toBe(200);
    await secure.close();
  });

  it('ends by signing out', async () => {
    const visitor = await signIn(app, { roles: ['analyst'] });
    expect((await visitor.get('/staff')).status).toBe(200);
    const old = visitor.cookies.get('staff') ?? '';
    expect((await visitor.post('/accounts/sign-out')).status).toBe(303);
    visitor.cookies.set('staff', old);
    expect((await visitor.get('/staff')).status).toBe(303);
  });

  it('goes on after changing the password, while all others of the account end', async () => {
    const visitor = await signIn(app, { roles: ['analyst'], signInName: 'changer' });
    const elsewhere = createVisitor(app.baseUrl);
    await signInFrom(elsewhere, { signInName: 'changer', password: GOOD_PASSWORD });
    const next = 'another river, another bridge';

    const wrong = await visitor.post('/accounts/me/password', { currentPassword: 'no', password: next, passwordAgain: next });
    expect(wrong.status).toBe(422);
    const differ = await visitor.post('/accounts/me/password', {
      currentPassword: GOOD_PASSWORD,
      password: next,
      passwordAgain: 'no',
    });
    expect(differ.html).toContain('The passwords are not the same.');
    const done = await visitor.post('/accounts/me/password', {
      currentPassword: GOOD_PASSWORD,
      password: next,
      passwordAgain: next,
    });
    expect(done).toMatchObject({ status: 303, location: '/accounts/me?changed=password' });

    expect((await visitor.get('/staff')).status).toBe(200);
    expect((await elsewhere.get('/staff')).status).toBe(303);
    expect((await signInFrom(createVisitor(app.baseUrl), { signInName: 'changer', password: GOOD_PASSWORD })).status).toBe(422);
  });

  it('is kept under a hash: the store alone lets nobody in', async () => {
    const visitor = await signIn(app, { roles: ['analyst'] });
    const [sid = ''] = decodeURIComponent(visitor.cookies.get('staff') ?? '')
      .slice(2)
      .split('.');
    const { connection } = app.dependencies.database;
    const stored = await connection.collection<{ _id: string }>('sessions').find().toArray();
    expect(stored.length).toBeGreaterThan(0);
    expect(JSON.stringify(stored)).not.toContain(sid);
  });
});
