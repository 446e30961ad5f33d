import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GOOD_PASSWORD } from '../support/staffVisitor.js';
import { startTestApp, type TestApp } from '../support/testApp.js';
import { Client } from './client.js';

const NAME = 'somebody@example.org';

let app: TestApp;
let client: Client;

beforeAll(async () => {
  app = await startTestApp({ environment: { DEMO: '1' } });
  await app.dependencies.operations.prepareDemonstration();
  const account = { signInName: NAME, displayName: '', roles: ['admin' as const], townIds: null, password: GOOD_PASSWORD };
  await app.dependencies.accounts.createAccount(account, null);
  client = new Client(app.baseUrl);
});
afterAll(() => app.close());

describe('the place to which signing in leads', () => {
  it.each([
    'https://evil.example/',
    '//evil.example/',
    '/\\evil.example/',
    '\\\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    'javascript:alert(1)',
    '/..//evil.example',
    '/.//evil.example',
    '/%2e%2e//evil.example',
    '/staff/..//evil.example',
    '/@evil.example/..//evil.example',
    'http:evil.example',
    '',
  ])('is on this site, also for next=%j', async (next) => {
    const visitor = new Client(app.baseUrl);
    const { status, headers } = await visitor.postFrom('/accounts/sign-in', '/accounts/sign-in', {
      signInName: NAME,
      password: GOOD_PASSWORD,
      next,
    });
    expect(status).toBe(303);
    expect(new URL(headers.location ?? '', 'https://aleuet.example/accounts/sign-in').origin).toBe('https://aleuet.example');
    const again = await visitor.get(`/accounts/sign-in?next=${encodeURIComponent(next)}`);
    expect(new URL(again.headers.location ?? '', 'https://aleuet.example/accounts/sign-in').origin).toBe(
      'https://aleuet.example',
    );
  });

  it('is the page that was asked for: the control', async () => {
    const fields = { signInName: NAME, password: GOOD_PASSWORD, next: '/fieldwork?lang=ru' };
    expect((await new Client(app.baseUrl).postFrom('/accounts/sign-in', '/accounts/sign-in', fields)).headers.location).toBe(
      '/fieldwork?lang=ru',
    );
  });

  it.each([
    '/accounts/sign-in?next=/a&next=//evil.example',
    '/accounts/sign-in?next[]=//evil.example',
    '/accounts/sign-in?next=%00',
  ])('is not confused by %s', async (address) => {
    const { status, body } = await client.get(address);
    expect(status).toBe(200);
    expect(body).not.toMatch(/(?:href|value|action)="[^"]*\/\/evil\.example/);
  });

  it.each(['//a//evil.example', '//evil.example/staff', '///evil.example', '//a/..//evil.example/staff'])(
    'is not another site either in the links of %s',
    async (address) => {
      const { headers, body } = await client.get(address);
      expect(body).not.toMatch(/(?:href|action)="\/\//);
      expect(headers.location ?? '/').toMatch(/^\/(?!\/)/);
    },
  );
});

describe('an address that climbs out of its folder', () => {
  const secretOf = () => readFileSync(join(app.dependencies.config.dataDir, 'session-secret'), 'utf8').trim();

  it.each([
    '/assets/../../package.json',
    '/assets/..%2f..%2fpackage.json',
    '/assets/%2e%2e/%2e%2e/package.json',
    '/assets/..\\..\\package.json',
    '/assets/..%5c..%5cpackage.json',
    '/assets/%252e%252e/package.json',
    '/assets//etc/passwd',
    '/assets/.%00/base.css',
    '/assets/base.css%00.html',
    '/assets/',
    '/s/..%2f..%2fpackage.json',
    '/s/residents-demo/..%2f..%2fpackage.json',
    '/s/residents-demo/q/..%2f..%2f..%2fpackage.json',
    '/towns/..%2f..%2fpackage.json',
    '/method/..%2f..%2fsurvey-definitions%2ftowns.json',
    '/api/v1/waves/..%2f..%2fpackage.json/definition',
    '/api/v1/waves/residents-demo%00/definition',
    '/api/v1/manifests/..%2f..%2fpackage.json',
    '/accounts/links/..%2f..%2fpackage.json',
  ])('finds nothing: %s', async (address) => {
    const { status, body } = await client.get(address);
    expect([303, 400, 403, 404]).toContain(status);
    expect(body).not.toContain('"dependencies"');
    expect(body).not.toContain('root:');
    expect(body).not.toContain(secretOf());
  });

  it('finds the stylesheet that lies there: the control', async () => {
    expect((await client.get('/assets/base.css')).status).toBe(200);
  });

  it.each(['constructor', '__proto__', 'prototype', 'hasOwnProperty', 'toString'])(
    'is no town, wave, page or method by the name of a property (%s)',
    async (name) => {
      for (const address of [
        `/towns/${name}`,
        `/s/${name}`,
        `/s/residents-demo/${name}`,
        `/method/${name}`,
        `/api/v1/waves/${name}`,
        `/api/v1/scores/${name}/2019`,
      ])
        expect((await client.get(address)).status, address).toBe(404);
    },
  );
});

describe('a line break in an address, a field or a choice of language', () => {
  it.each([
    '/?lang=ru%0d%0aset-cookie:%20evil=1',
    '/staff%0d%0aset-cookie:%20evil=1',
    '/s/residents-demo%0d%0aset-cookie:%20evil=1',
    '/s/residents-demo/thanks?town=%0d%0aset-cookie:%20evil=1',
    '/accounts/sign-in?next=/%0d%0aset-cookie:%20evil=1',
    '/data?lang=%0d%0a',
    '/api/v1/waves/residents-demo/codebook.csv?profile=%0d%0aset-cookie:%20evil=1',
  ])('makes no header of its own: %s', async (address) => {
    const reply = await client.get(address);
    expect(reply.status).toBeLessThan(500);
    expect(reply.setCookies.join()).not.toMatch(/(^|,)\s*evil=/);
    expect(reply.headers).not.toHaveProperty('evil');
  });

  it('makes none from the fields of a form', async () => {
    const fields = { signInName: NAME, password: GOOD_PASSWORD, next: '/a\r\nset-cookie: evil=1' };
    const reply = await new Client(app.baseUrl).postFrom('/accounts/sign-in', '/accounts/sign-in', fields);
    expect(reply.headers.location).not.toMatch(/[\r\n]/);
    expect(reply.setCookies.join()).not.toMatch(/(^|,)\s*evil=/);
  });

  it('is no host to be believed: links and redirects do not take the Host header', async () => {
    const reply = await client.send('/', { headers: { host: 'evil.example', 'x-forwarded-host': 'evil.example' } });
    expect(reply.body).not.toContain('evil.example');
    const waves = await client.send('/api/v1/waves', { headers: { host: 'evil.example', 'x-forwarded-host': 'evil.example' } });
    expect(waves.body).not.toContain('evil.example');
  });
});

describe('what an address says', () => {
  it.each([
    '/towns/zhezkazgan',
    '/compare',
    '/s/residents-demo',
    '/no-such-page',
    '/accounts/sign-in',
    '/method/zhezkazgan-2020',
    '/data',
  ])('is shown on %s as text and never as markup', async (path) => {
    const attack = '"><script>alert(1)</script><img src=x onerror=alert(1)>';
    const { body } = await client.get(
      `${path}?q=${encodeURIComponent(attack)}&next=${encodeURIComponent(`/${attack}`)}&town=${encodeURIComponent(attack)}`,
    );
    expect(body).not.toContain('<script>alert');
    expect(body).not.toContain('<img src=x');
  });
});
