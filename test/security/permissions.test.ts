import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROLES, type Role } from '../../server/accounts/index.js';
import { GOOD_PASSWORD } from '../support/staffVisitor.js';
import { startTestApp, type TestApp } from '../support/testApp.js';
import { Client, jsonHeaders, tokenOf, type Reply } from './client.js';
import { addressOf, apiRoutes, pageRoutes, type KnownRoute } from './routes.js';

type Audience = 'anyone' | readonly Role[];
const STAFF: Audience = ['analyst', 'designer', 'coordinator', 'admin'];
const ANALYSIS: Audience = ['analyst', 'coordinator', 'admin'];
const COORDINATION: Audience = ['coordinator', 'admin'];
const DESIGN: Audience = ['designer', 'admin'];
const ADMIN: Audience = ['admin'];

/** "Who may what", by the beginning of an address; the first that fits counts. A route that fits none fails the test. */
const PAGES: [string, Audience][] = [
  ['/accounts/sign-in', 'anyone'],
  ['/accounts/sign-out', 'anyone'],
  ['/accounts/links/', 'anyone'],
  ['/accounts/me', STAFF],
  ['/accounts/', ADMIN],
  ['/staff', STAFF],
  ['/design', DESIGN],
  ['/fieldwork', COORDINATION],
  ['/respond/paper', COORDINATION],
  ['/official', COORDINATION],
  ['/results', COORDINATION],
  ['/analysis/scenario/method/edit', COORDINATION],
  ['/analysis', ANALYSIS],
  ['/export/codebooks', 'anyone'],
  ['/export', COORDINATION],
  ['/s/', 'anyone'],
  ['/towns/', 'anyone'],
  ['/compare', 'anyone'],
  ['/method', 'anyone'],
  ['/data', 'anyone'],
  ['/privacy', 'anyone'],
];

const API: [string, Audience][] = [
  ['GET /api/v1/token', STAFF],
  ['GET /api/v1/openapi.json', 'anyone'],
  ['GET /api/v1/manifests/', 'anyone'],
  ['GET /api/v1/waves/:slug/responses.csv', COORDINATION],
  ['POST /api/v1/waves/:slug/responses', 'anyone'],
  ['GET /api/v1/waves', 'anyone'],
  ['PUT /api/v1/official/observations', COORDINATION],
  ['GET /api/v1/official/observations.csv', COORDINATION],
  ['GET /api/v1/scores', 'anyone'],
  ['GET /api/v1/coinr/', 'anyone'],
  ['POST /api/v1/scores', COORDINATION],
];

let app: TestApp;
const people = new Map<Role | 'limited' | 'nobody', Client>();
const bearers = new Map<Role | 'limited', Record<string, string>>();
const LIMITED_TO = 'satpayev';

beforeAll(async () => {
  app = await startTestApp({ environment: { DEMO: '1' } });
  await app.dependencies.operations.prepareDemonstration();
  const { accounts } = app.dependencies;
  const maker = await accounts.createAccount(
    {
      signInName: 'maker',
      displayName: '',
      roles: ['admin', 'analyst', 'designer', 'coordinator'],
      townIds: null,
      password: GOOD_PASSWORD,
    },
    null,
  );
  const making = {
    accountId: maker._id,
    signInName: 'maker',
    displayName: 'maker',
    roles: maker.roles,
    townIds: null,
    demonstration: false,
  };
  people.set('nobody', new Client(app.baseUrl));
  for (const name of [...ROLES, 'limited'] as const) {
    const role = name === 'limited' ? 'coordinator' : name;
    const townIds = name === 'limited' ? [LIMITED_TO] : null;
    await accounts.createAccount({ signInName: name, displayName: '', roles: [role], townIds, password: GOOD_PASSWORD }, null);
    const client = new Client(app.baseUrl);
    await client.postFrom('/accounts/sign-in', '/accounts/sign-in', { signInName: name, password: GOOD_PASSWORD });
    people.set(name, client);
    const secret = await accounts.makeToken({ name, role, townIds, lastDay: '2099-12-31' }, making);
    bearers.set(name, { authorization: `Bearer ${secret}` });
  }
});
afterAll(() => app.close());

function audienceOf(table: readonly [string, Audience][], name: string): Audience {
  const found = name === '/' ? ['/', 'anyone' as const] : table.find(([beginning]) => name.startsWith(beginning));
  if (!found) throw new Error(`nobody has said who may ${name}`);
  return found[1] as Audience;
}

type Verdict = 'let in' | 'sent to sign in' | 'refused';

function verdictOf({ status, headers }: Reply): Verdict {
  if (status === 401 || headers.location?.startsWith('/accounts/sign-in?next=') === true) return 'sent to sign in';
  return status === 403 ? 'refused' : 'let in';
}

function expected(audience: Audience, who: Role | 'nobody'): Verdict {
  if (audience === 'anyone') return 'let in';
  if (who === 'nobody') return 'sent to sign in';
  return audience.includes(who) ? 'let in' : 'refused';
}

/** Forms go to places that do not exist, so that whoever is let in changes nothing. */
const nowhere = (route: KnownRoute): string =>
  route.method === 'GET'
    ? addressOf(route)
    : addressOf(route)
        .replace('residents-demo', 'no-such-wave')
        .replace('zhezkazgan', 'no-such-town')
        .replace('/residents/', '/no_such_questionnaire/');

function client(who: Role | 'limited' | 'nobody'): Client {
  const found = people.get(who);
  if (!found) throw new Error(`${who} is not there`);
  return found;
}

describe.each([...ROLES, 'nobody'] as const)('by the table, %s', (who) => {
  it('is let into every page or kept out of it', async () => {
    const wrong: string[] = [];
    const routes = pageRoutes(app.dependencies).filter(({ pattern }) => !pattern.endsWith('/sign-out'));
    expect(routes.length).toBeGreaterThan(60);
    const _csrf =
      tokenOf((await client(who).get('/privacy')).body) ||
      tokenOf((await client(who).get(who === 'nobody' ? '/accounts/sign-in' : '/accounts/me')).body);
    for (const route of routes) {
      const reply =
        route.method === 'GET' ? await client(who).get(nowhere(route)) : await client(who).post(nowhere(route), { _csrf });
      const verdict = verdictOf(reply);
      if (verdict !== expected(audienceOf(PAGES, route.pattern), who) || reply.status >= 500)
        wrong.push(`${route.method} ${route.pattern}: ${verdict} (${reply.status})`);
    }
    expect(wrong).toEqual([]);
  });

  it('is let into every call of the API or kept out of it', async () => {
    const wrong: string[] = [];
    const routes = apiRoutes(app.dependencies);
    expect(routes.length).toBeGreaterThan(12);
    for (const route of routes) {
      const bearer = who === 'nobody' ? {} : bearers.get(who);
      const reply = await new Client(app.baseUrl).send(nowhere(route), {
        method: route.method,
        headers: route.method === 'GET' ? { ...bearer } : jsonHeaders(bearer),
        ...(route.method === 'GET' ? {} : { body: '{}' }),
      });
      const verdict = verdictOf(reply);
      const right = expected(audienceOf(API, `${route.method} ${route.pattern}`), who);
      if (verdict !== right || reply.status >= 500) wrong.push(`${route.method} ${route.pattern}: ${verdict} (${reply.status})`);
    }
    expect(wrong).toEqual([]);
  });
});

describe('live estimates', () => {
  it('are for coordinators and admins only', async () => {
    const address = '/api/v1/waves/residents-demo-neighbours/indicators.csv?live=1';
    const statuses = await Promise.all(
      (['analyst', 'designer', 'coordinator', 'admin'] as const).map(
        async (role) => (await new Client(app.baseUrl).send(address, { headers: { ...bearers.get(role) } })).status,
      ),
    );
    expect(statuses).toEqual([403, 403, 200, 200]);
    expect((await new Client(app.baseUrl).get(address)).status).toBe(401);
  });
});

describe('a coordinator of one town', () => {
  const limited = () => client('limited');
  const api = (path: string, sending: { method?: string; body?: string; headers?: Record<string, string> } = {}) =>
    new Client(app.baseUrl).send(path, { ...sending, headers: { ...bearers.get('limited'), ...sending.headers } });

  it.each([
    '/official/zhezkazgan',
    '/official/zhezkazgan/enter',
    '/official/zhezkazgan/population/2019',
    '/results/zhezkazgan/2019',
    '/results/waves/residents-demo/weights?town=zhezkazgan',
    '/results/waves/residents-demo/weights/margin?town=zhezkazgan&variable=sex',
    '/results/waves/residents-demo/weights/margins.csv?town=zhezkazgan',
    '/fieldwork/waves/residents-demo',
    '/fieldwork/waves/residents-demo/edit',
    '/fieldwork/waves/residents-demo/towns',
    '/respond/paper/residents-demo',
    '/respond/paper/residents-demo/form',
    '/respond/paper/residents-demo/blank',
  ])('finds nothing at %s', async (address) => {
    expect((await limited().get(address)).status).toBe(404);
    expect((await client('coordinator').get(address)).status, 'the control: others find something').not.toBe(404);
  });

  it.each([
    '/official/zhezkazgan/enter',
    '/official/zhezkazgan/population/2019/withdraw',
    '/results/zhezkazgan/2019',
    '/results/waves/residents-demo/weights/margin?town=zhezkazgan&variable=sex',
    '/results/waves/residents-demo/weights/adjustment?town=zhezkazgan',
    '/fieldwork/waves/residents-demo/pause',
    '/fieldwork/waves/residents-demo/close',
    '/fieldwork/waves/residents-demo/edit',
    '/respond/paper/residents-demo/form',
  ])('changes nothing at %s', async (address) => {
    expect((await limited().postFrom('/accounts/me', address)).status).toBe(404);
    expect((await app.dependencies.fieldwork.getWave('residents-demo')).state).toBe('open');
  });

  it('may not change a wave that belongs to others, too', async () => {
    expect((await limited().postFrom('/accounts/me', '/fieldwork/waves/residents-demo-neighbours/pause')).status).toBe(403);
  });

  it.each(['/staff', '/fieldwork', '/official', '/results', '/export'])(
    'finds no wave and no address of another town on %s',
    async (address) => {
      const { status, body } = await limited().get(address);
      expect(status).toBe(200);
      const main = body.slice(body.indexOf('<main'), body.indexOf('</main>'));
      expect(main).not.toMatch(/Zhezkazgan(?! \(demonstration\))|\/(?:zhezkazgan|balkhash)|res(?:idents|earchers)-demo(?!-)/);
    },
  );

  it('gets the answers of the one town and of no other', async () => {
    expect((await api('/api/v1/waves/residents-demo/responses.csv?purpose=a+test+of+limits')).status).toBe(404);
    expect((await api('/api/v1/waves/residents-demo/indicators.csv?live=1')).status).toBe(404);
    const both = await api('/api/v1/waves/residents-demo-neighbours/responses.csv?purpose=a+test+of+limits');
    expect(both.status).toBe(200);
    expect(both.body).toContain('satpayev');
    expect(both.body).not.toContain('balkhash');
    const live = await api('/api/v1/waves/residents-demo-neighbours/indicators.csv?live=1');
    expect(live.body).toContain('satpayev');
    expect(live.body).not.toContain('balkhash');
    const figures = await api('/api/v1/official/observations.csv');
    expect(figures.body).toContain('satpayev');
    expect(figures.body).not.toMatch(/zhezkazgan|balkhash/);
  });

  it('computes no score and enters no figure of another town', async () => {
    const scores = await api('/api/v1/scores', {
      method: 'POST',
      headers: jsonHeaders(),
      body: JSON.stringify({ town: 'zhezkazgan', year: 2019 }),
    });
    expect(scores.status).toBe(404);
    const { body: template } = await limited().get('/official/template.csv');
    const header = template.replace(/^\ufeff/, '').split(/\r?\n/)[0] ?? '';
    const separator = header.includes(';') ? ';' : ',';
    const row = header
      .split(separator)
      .map((column) => ({ town: 'zhezkazgan', input: 'researchers', year: '2017', value: '26' })[column] ?? '')
      .join(separator);
    const put = await api('/api/v1/official/observations', {
      method: 'PUT',
      headers: { 'content-type': 'text/csv' },
      body: `${header}\n${row}\n`,
    });
    expect(put.status).toBe(422);
    expect(put.body).toContain('"town"');
  });

  it('sees live numbers of the one town in the counts of a shared wave', async () => {
    const { body } = await api('/api/v1/waves/residents-demo-neighbours');
    const { counts } = JSON.parse(body) as { counts?: unknown };
    expect(JSON.stringify(counts)).not.toContain('balkhash');
  });
});

describe('a token', () => {
  it('cannot do more than its maker may today', async () => {
    const { accounts } = app.dependencies;
    const maker = await accounts.createAccount(
      { signInName: 'former', displayName: '', roles: ['coordinator'], townIds: null, password: GOOD_PASSWORD },
      null,
    );
    const making = {
      accountId: maker._id,
      signInName: 'former',
      displayName: '',
      roles: maker.roles,
      townIds: null,
      demonstration: false,
    };
    const secret = await accounts.makeToken({ name: 'too much', role: 'admin', townIds: null, lastDay: '2099-12-31' }, making);
    const { status, body } = await new Client(app.baseUrl).send('/api/v1/token', {
      headers: { authorization: `Bearer ${secret}` },
    });
    expect(status === 401 || !(JSON.parse(body) as { roles: string[] }).roles.includes('admin')).toBe(true);
  });
});
