import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROLES, type Role } from '../../server/accounts/index.js';
import { createVisitor, signIn, type StaffVisitor } from '../support/staffVisitor.js';
import { startTestApp, type TestApp } from '../support/testApp.js';
import { study, wave } from '../support/wave.js';

let app: TestApp;
const visitors = new Map<Role, StaffVisitor>();
beforeAll(async () => {
  app = await startTestApp();
  const { fieldwork } = app.dependencies;
  await fieldwork.createStudy(study());
  await fieldwork.createWave(wave({ slug: 'in-zhezkazgan' }));
  for (const role of ROLES) visitors.set(role, await signIn(app, { roles: [role] }));
});
afterAll(async () => {
  await app.close();
});

/** Pages and the roles that see them; everybody else who is signed in gets 403. */
const PAGES: [string, Role[]][] = [
  ['/staff', ['analyst', 'designer', 'coordinator', 'admin']],
  ['/accounts/me', ['analyst', 'designer', 'coordinator', 'admin']],
  ['/fieldwork', ['coordinator', 'admin']],
  ['/fieldwork/new', ['coordinator', 'admin']],
  ['/fieldwork/studies/new', ['coordinator', 'admin']],
  ['/fieldwork/waves/in-zhezkazgan', ['coordinator', 'admin']],
  ['/fieldwork/waves/in-zhezkazgan/edit', ['coordinator', 'admin']],
  ['/official', ['coordinator', 'admin']],
  ['/results', ['coordinator', 'admin']],
  ['/accounts/people', ['admin']],
  ['/accounts/people/new', ['admin']],
  ['/accounts/tokens', ['admin']],
  ['/accounts/audit', ['admin']],
];

describe.each(PAGES)('%s', (path, roles) => {
  it('sends whoever is not signed in to the sign-in page', async () => {
    const answer = await createVisitor(app.baseUrl).get(path);
    expect(answer.status).toBe(303);
    expect(answer.location).toBe(`/accounts/sign-in?next=${encodeURIComponent(path)}`);
  });

  it.each(ROLES)('answers the %s by the table', async (role) => {
    const answer = await visitors.get(role)?.get(path);
    expect(answer?.status).toBe(roles.includes(role) ? 200 : 403);
  });
});

/** Deeds that change something, refused before anything happens. */
const DEEDS: [string, Role[]][] = [
  ['/fieldwork/studies', ['analyst', 'designer']],
  ['/fieldwork/waves', ['analyst', 'designer']],
  ['/fieldwork/waves/in-zhezkazgan/open', ['analyst', 'designer']],
  ['/fieldwork/waves/in-zhezkazgan/edit', ['analyst', 'designer']],
  ['/fieldwork/waves/in-zhezkazgan/towns', ['analyst', 'designer']],
  ['/accounts/people', ['analyst', 'designer', 'coordinator']],
  ['/accounts/tokens', ['analyst', 'designer', 'coordinator']],
];

describe.each(DEEDS)('POST %s', (path, refused) => {
  it.each(refused)('is refused to the %s', async (role) => {
    expect((await visitors.get(role)?.post(path))?.status).toBe(403);
  });
});

describe('several roles', () => {
  it('open what each of them opens', async () => {
    const both = await signIn(app, { roles: ['designer', 'coordinator'] });
    expect((await both.get('/fieldwork')).status).toBe(200);
    expect((await both.get('/accounts/people')).status).toBe(403);
  });
});

describe('a coordinator limited to towns', () => {
  it('does not find the waves of other towns, neither to see nor to change nor in a list', async () => {
    const limited = await signIn(app, { roles: ['coordinator'], townIds: ['satpayev'] });
    expect((await limited.get('/fieldwork/waves/in-zhezkazgan')).status).toBe(404);
    expect((await limited.get('/fieldwork/waves/in-zhezkazgan/edit')).status).toBe(404);
    expect((await limited.post('/fieldwork/waves/in-zhezkazgan/open')).status).toBe(404);
    expect((await limited.get('/fieldwork')).html).not.toContain('in-zhezkazgan');
    expect((await limited.get('/staff')).html).not.toContain('in-zhezkazgan');
  });

  it('sees a wave shared with another town, but only their own counts, and cannot change it', async () => {
    const { fieldwork } = app.dependencies;
    await fieldwork.createWave(wave({ slug: 'shared', towns: [{ townId: 'satpayev' }, { townId: 'zhezkazgan' }] }));
    const limited = await signIn(app, { roles: ['coordinator'], townIds: ['satpayev'] });
    const { status, html } = await limited.get('/fieldwork/waves/shared');
    expect(status).toBe(200);
    const counts = /aria-labelledby="counts"[\s\S]*?<\/table>/.exec(html)?.[0] ?? '';
    expect(counts).toContain('Satpayev');
    expect(counts).not.toContain('Zhezkazgan');
    expect(html).not.toContain('action="/fieldwork/waves/shared/open"');
    expect((await limited.post('/fieldwork/waves/shared/open')).status).toBe(403);
  });

  it('cannot plan a wave in another town by sending its name', async () => {
    const limited = await signIn(app, { roles: ['coordinator'], townIds: ['satpayev'] });
    const answer = await limited.post('/fieldwork/waves', {
      study: 'study',
      questionnaire: 'residents@1',
      townIds: 'zhezkazgan',
      opens: '2026-03-01',
      closes: '2026-03-31',
      referenceYear: '2026',
      minutes: '',
      slug: 'smuggled',
      access: 'open-link',
    });
    expect(answer.status).toBe(422);
    expect(await fieldworkFinds('smuggled')).toBe(false);
  });

  it('who is an admin too is not limited', async () => {
    const both = await signIn(app, { roles: ['coordinator', 'admin'], townIds: ['satpayev'] });
    expect((await both.get('/fieldwork/waves/in-zhezkazgan')).status).toBe(200);
  });
});

async function fieldworkFinds(slug: string): Promise<boolean> {
  return (await app.dependencies.fieldwork.findWave(slug)) !== null;
}

describe('the API', () => {
  it('answers 401 with a problem document where a token is needed', async () => {
    const answer = await fetch(`${app.baseUrl}/api/v1/token`);
    expect(answer.status).toBe(401);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
  });

  it('takes no cookies: a session opens nothing there', async () => {
    const answer = await visitors.get('admin')?.get('/api/v1/token');
    expect(answer?.status).toBe(401);
  });
});
