import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../support/testApp.js';
import { Client, type Reply } from './client.js';
import { addressOf, apiRoutes, pageRoutes } from './routes.js';

const POLICY = [
  "base-uri 'none'",
  "connect-src 'self'",
  "default-src 'none'",
  "font-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "img-src 'self'",
  "manifest-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "worker-src 'self'",
];
/** The preview of a questionnaire shows pages of its own in a frame; nothing else does, and nothing else stands in one. */
function policyOf(address: string): string[] {
  if (/^\/design\/.+\/preview\/(phone|item)\//.test(address))
    return POLICY.map((part) => part.replace("frame-ancestors 'none'", "frame-ancestors 'self'"));
  const frames = /^\/design\/\w+\/(draft|versions\/\d+)\/(preview|items\/\w+)$/.test(address);
  return frames ? [...POLICY, "frame-src 'self'"].toSorted() : POLICY;
}
const MORE_PAGES = [
  '/',
  '/no-such-page',
  '/towns/rudny',
  '/towns/nowhere',
  '/s/no-such-wave',
  '/s/residents-demo/zhezkazgan',
  '/healthz',
];

let app: TestApp;
let admin: Client;
const replies: { address: string; reply: Reply }[] = [];

beforeAll(async () => {
  app = await startTestApp({ environment: { DEMO: '1' } });
  await app.dependencies.operations.prepareDemonstration();
  admin = new Client(app.baseUrl);
  await admin.enter((await app.dependencies.accounts.createDemonstrationSignIn()) ?? '');
  const routes = [...pageRoutes(app.dependencies), ...apiRoutes(app.dependencies)].filter(({ method }) => method === 'GET');
  const anybody = new Client(app.baseUrl);
  for (const address of new Set([...MORE_PAGES, ...routes.map(addressOf)]))
    for (const client of [admin, anybody]) replies.push({ address, reply: await client.get(address) });
});
afterAll(() => app.close());

const html = () => replies.filter(({ reply }) => reply.headers['content-type']?.startsWith('text/html') === true);

describe('every answer of the server', () => {
  it('is looked at: the control', () => {
    expect(replies.length).toBeGreaterThan(80);
    expect(html().length).toBeGreaterThan(50);
    expect(replies.filter(({ reply }) => reply.status >= 500).map(({ address }) => address)).toEqual([]);
  });

  it('carries the strict content security policy and the usual protections', () => {
    for (const { address, reply } of replies) {
      const policy = String(reply.headers['content-security-policy'])
        .split(';')
        .map((part) => part.trim());
      expect(policy.toSorted(), address).toEqual(policyOf(address));
      expect(reply.headers, address).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin' });
      expect(reply.headers, address).not.toHaveProperty('x-powered-by');
    }
  });

  it('holds no inline style and no inline script in any page', () => {
    const inline = /<style|<script(?![^>]*\bsrc=)|<[^>]+\s(?:style|on[a-z]+)\s*=|javascript:|srcdoc=/i;
    for (const specimen of ['<p style="x">', '<style>', '<script>', '<a onclick="x">', '<a href="javascript:x">'])
      expect(specimen, 'the control').toMatch(inline);
    for (const { address, reply } of html()) expect(inline.exec(reply.body)?.[0], address).toBeUndefined();
  });

  it('loads nothing from another site', () => {
    for (const { address, reply } of html())
      expect(
        /<(?:link|script|img|iframe|source)[^>]+(?:src|href)="(?:https?:)?\/\//i.exec(reply.body)?.[0],
        address,
      ).toBeUndefined();
  });

  it('is kept by nobody in between where it is personal', () => {
    const personal = replies.filter(
      ({ address, reply }) =>
        reply.status === 200 && /^\/(staff|accounts|design|fieldwork|respond|official|results|export|s)\b/.test(address),
    );
    expect(personal.length).toBeGreaterThan(15);
    const forAnyone = /^\/(accounts\/sign-in|export\/codebooks)/;
    for (const { address, reply } of personal.filter(({ address }) => !forAnyone.test(address)))
      expect(reply.headers['cache-control'], address).toContain('no-store');
  });
});

describe('a cookie', () => {
  const attributesOf = (lines: string[]) =>
    lines
      .filter((line) => !/expires=Thu, 01 Jan 1970/i.test(line))
      .map((line) => line.split(';').map((part) => part.trim().split('=')[0]?.toLowerCase() ?? ''));

  async function everyCookie(place: TestApp, headers: Record<string, string> = {}): Promise<string[]> {
    const client = new Client(place.baseUrl, 'en', headers);
    const lines: string[] = [];
    const note = ({ setCookies }: Reply): void => void lines.push(...setCookies);
    note(await client.get('/?lang=ru'));
    note(await client.get('/s/residents-demo'));
    note(await client.postFrom('/s/residents-demo', '/s/residents-demo/zhezkazgan', { consent: '1' }));
    const link = (await place.dependencies.accounts.createDemonstrationSignIn()) ?? '';
    note(await client.postFrom(link, link));
    return lines;
  }

  it('cannot be read by scripts and is not sent along from other sites', async () => {
    const lines = await everyCookie(app);
    expect(new Set(lines.map((line) => line.split('=')[0]))).toEqual(
      new Set(['lang', 'visitor', 'csrf', 'questionnaire', 'staff']),
    );
    for (const attributes of attributesOf(lines)) expect(attributes).toEqual(expect.arrayContaining(['httponly', 'samesite']));
    expect(lines.find((line) => line.startsWith('questionnaire='))).toContain('Path=/s/residents-demo');
  });

  it('travels over https alone where the site is https', async () => {
    const place = await startTestApp({ environment: { DEMO: '1', BASE_URL: 'https://aleuet.example', TRUST_PROXY: 'loopback' } });
    await place.dependencies.operations.prepareDemonstration();
    const lines = await everyCookie(place, { 'x-forwarded-proto': 'https' });
    expect(new Set(lines.map((line) => line.split('=')[0])).size).toBe(5);
    for (const line of lines) expect(line).toMatch(/; ?Secure/i);
    const home = await new Client(place.baseUrl).get('/');
    expect(home.headers['strict-transport-security']).toMatch(/max-age=\d{7,}/);
    expect(home.headers['content-security-policy']).toContain('upgrade-insecure-requests');
    await place.close();
  });
});
