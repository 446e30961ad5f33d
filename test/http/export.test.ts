import { parse } from 'csv-parse/sync';
import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role, SignedInPerson } from '../../server/accounts/index.js';
import { drawnResponses, aStudy, aWave } from '../support/resultsScenario.js';
import { startTestApp, type TestApp } from '../support/testApp.js';

const TODAY = new Date('2019-07-01T08:00:00Z');
const PURPOSE = 'Diploma work on housing';
const ADMIN: SignedInPerson = {
  accountId: '',
  signInName: 'admin',
  displayName: 'Admin',
  roles: ['admin'],
  townIds: null,
  demonstration: false,
};

let app: TestApp;
const tokens = new Map<string, string>();

beforeAll(async () => {
  app = await startTestApp({ clock: () => TODAY });
  const { accounts, fieldwork, respond, results, definitions } = app.dependencies;
  const admin = await accounts.createAccount(
    { signInName: 'admin', displayName: 'Admin', password: 'steppe-turquoise-and-ochre', roles: ['admin'], townIds: null },
    null,
  );
  const maker = { ...ADMIN, accountId: admin._id };
  for (const [name, role, townIds] of [
    ['analyst', 'analyst', null],
    ['designer', 'designer', null],
    ['coordinator', 'coordinator', null],
    ['balkhash', 'coordinator', ['balkhash']],
    ['admin', 'admin', null],
  ] as [string, Role, string[] | null][])
    tokens.set(name, await accounts.makeToken({ name, role, townIds, lastDay: '2019-12-31' }, maker));

  await fieldwork.createStudy(aStudy());
  const towns = [{ townId: 'zhezkazgan' }, { townId: 'balkhash' }];
  const residents = aWave({ slug: 'residents-2019', state: 'planned', closes: '2019-12-31', towns });
  const researchers = aWave({
    slug: 'researchers-2019',
    state: 'planned',
    closes: '2019-12-31',
    population: 'researchers',
    definitionId: 'researchers',
    towns: [{ townId: 'zhezkazgan' }],
  });
  const planned = aWave({ slug: 'residents-2020', state: 'planned', referenceYear: 2020 });
  for (const wave of [residents, researchers, planned]) await fieldwork.createWave(wave);
  for (const wave of [residents, researchers]) {
    await fieldwork.changeState(wave.slug, 'open');
    const definition = definitions.definition(wave.definitionId, 1);
    for (const { townId } of wave.towns)
      await respond.responses.insertMany(drawnResponses(wave, townId, definition, countIn(wave.slug, townId), 7));
  }
  await results.foldNow();
});
afterAll(() => app.close());

/** In Balkhash nine residents have answered: one fewer than may be shown. */
function countIn(wave: string, townId: string): number {
  if (townId === 'balkhash') return 9;
  return wave === 'residents-2019' ? 40 : 12;
}

function get(path: string, who?: string, init: RequestInit = {}): Promise<Response> {
  const headers = {
    ...(init.headers as Record<string, string>),
    ...(who ? { authorization: `Bearer ${tokens.get(who) ?? ''}` } : {}),
  };
  return fetch(`${app.baseUrl}/api/v1${path}`, { redirect: 'manual', ...init, headers });
}

async function statusOf(path: string, who?: string): Promise<number> {
  const response = await get(path, who);
  await response.arrayBuffer();
  return response.status;
}

async function tableOf(response: Response): Promise<Record<string, string>[]> {
  return parse(await response.text(), { columns: true });
}

const responsesOf = (wave: string, query: Record<string, string> = {}): string =>
  `/waves/${wave}/responses.csv?${new URLSearchParams({ purpose: PURPOSE, ...query }).toString()}`;

describe('before anything is released', () => {
  it('nobody from outside gets estimates, and coordinators get them live', async () => {
    expect(await statusOf('/waves/residents-2019/indicators.csv')).toBe(404);
    expect(await statusOf('/waves/residents-2019/indicators.csv?live=1')).toBe(401);
    expect(await statusOf('/waves/residents-2019/indicators.csv?live=1', 'analyst')).toBe(403);
    const rows = await tableOf(await get('/waves/residents-2019/indicators.csv?live=1', 'coordinator'));
    expect(rows.find(({ indicator, town }) => indicator === 'D1' && town === 'balkhash')).toMatchObject({
      as_of: '2019-07-01',
      released: '',
      weighting: 'unweighted',
    });
  });

  it('a live file hides small cells like any other file', async () => {
    const rows = await tableOf(await get('/waves/residents-2019/indicators.csv?live=1', 'coordinator'));
    const hidden = rows.filter(({ flag }) => flag === 'c');
    expect(hidden).toHaveLength(14);
    expect(new Set(hidden.map(({ town }) => town))).toEqual(new Set(['balkhash']));
    for (const row of hidden) expect([row.value, row.lower, row.upper, row.n, row.n_eff]).toEqual(['', '', '', '', '']);
  });

  it('the page of data says that nothing is there', async () => {
    const page = await (await fetch(`${app.baseUrl}/data?lang=en`)).text();
    expect(page).toContain('No survey results have been published yet.');
  });
});

describe('single responses', () => {
  it.each([
    [undefined, 401],
    ['analyst', 403],
    ['designer', 403],
    ['coordinator', 200],
    ['admin', 200],
  ])('are given to %s with status %i', async (who, status) => {
    expect(await statusOf(responsesOf('residents-2019'), who)).toBe(status);
  });

  it('are not given out without a purpose', async () => {
    expect(await statusOf('/waves/residents-2019/responses.csv', 'coordinator')).toBe(400);
    expect(await statusOf('/waves/residents-2019/responses.csv?purpose=why', 'coordinator')).toBe(400);
  });

  it('of towns that somebody may not use do not exist', async () => {
    const rows = await tableOf(await get(responsesOf('residents-2019'), 'balkhash'));
    expect(rows).toHaveLength(9);
    expect(new Set(rows.map(({ _town }) => _town))).toEqual(new Set(['balkhash']));
    expect(await statusOf(responsesOf('researchers-2019'), 'balkhash')).toBe(404);
  });

  it('carry neither id nor date, say that they are synthetic, and leave out void ones', async () => {
    const { respond, results } = app.dependencies;
    const ids: string[] = [];
    for await (const response of respond.responses.streamTown({ wave: 'residents-2019', townId: 'zhezkazgan' }))
      ids.push(response._id);
    const before = await (await get(responsesOf('residents-2019'), 'coordinator')).text();
    expect(ids.some((id) => before.includes(id))).toBe(false);
    expect(before).not.toContain('2019-06-01');
    await results.voidResponse(ids[0] ?? '');
    const after = await tableOf(await get(responsesOf('residents-2019'), 'coordinator'));
    expect(after).toHaveLength(48);
    expect(new Set(after.map(({ _origin }) => _origin))).toEqual(new Set(['synthetic']));
  });

  it('of researchers are protected unless the full file is asked for twice', async () => {
    const shielded = await tableOf(await get(responsesOf('researchers-2019'), 'coordinator'));
    expect(shielded).toHaveLength(12);
    expect(Object.keys(shielded[0] ?? {})).not.toContain('r_degree');
    expect(await statusOf(responsesOf('researchers-2019', { variables: 'full' }), 'coordinator')).toBe(400);
    const full = await tableOf(await get(responsesOf('researchers-2019', { variables: 'full', confirm: 'full' }), 'coordinator'));
    expect(Object.keys(full[0] ?? {})).toEqual(expect.arrayContaining(['sex', 'age_group', 'r_degree', 'r_position']));
  });

  it('leave nothing behind in the data folder', async () => {
    expect(await readdir(join(app.dependencies.config.dataDir, 'exports'))).toEqual([]);
  });
});

describe('once a coordinator has released', () => {
  beforeAll(async () => {
    for (const townId of ['zhezkazgan', 'balkhash']) await app.dependencies.results.release({ townId, year: 2019 }, 'somebody');
  });

  it('anyone gets the estimates, those hidden without any number', async () => {
    const response = await get('/waves/researchers-2019/indicators.csv');
    expect(response.headers.get('content-disposition')).toBe(
      'attachment; filename=towns_v1_researchers-2019_indicators_machine_en_20190701T080000Z.csv',
    );
    const rows = await tableOf(response);
    expect(rows.map(({ indicator }) => indicator)).toContain('D4');
    for (const row of rows) {
      expect(row).toMatchObject({ wave: 'researchers-2019', town: 'zhezkazgan', released: '2019-07-01', synthetic: '' });
      if (row.flag === 'c') expect([row.value, row.n, row.n_eff]).toEqual(['', '', '']);
      else expect(row.value).toMatch(/^\d+(\.\d)?$/);
    }
  });

  it('the manifest beside a file names exactly its bytes', async () => {
    const response = await get('/waves/residents-2019/indicators.csv?profile=excel-kk');
    const bytes = Buffer.from(await response.arrayBuffer());
    const address = /<([^>]+)>; rel="describedby"/.exec(response.headers.get('link') ?? '')?.[1] ?? '';
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    expect(response.headers.get('content-length')).toBe(String(bytes.length));
    expect(response.headers.get('repr-digest')).toBe(`sha-256=:${Buffer.from(sha256, 'hex').toString('base64')}:`);
    const manifest = (await (await fetch(`${app.baseUrl}${address}`)).json()) as Record<string, unknown>;
    expect(manifest).toMatchObject({
      file: 'towns_v1_residents-2019_indicators_excel-kk_kk_20190701T080000Z.csv',
      rows: bytes.toString().trimEnd().split('\r\n').length - 1,
      bytes: bytes.length,
      sha256,
      content: {
        questionnaires: [{ id: 'residents', version: 1 }],
        weighting: 'unweighted',
        sampling: [{ wave: 'residents-2019', type: 'open-link', intervals: 'model-based, self-selection not included' }],
        suppression: { k: { residents: 10 } },
        synthetic: 'no',
        source: { kind: 'release', releases: ['2019-07-01'] },
      },
    });
    const beside = await get('/waves/residents-2019/indicators.csv/manifest?profile=excel-kk', undefined, { redirect: 'follow' });
    expect(await beside.json()).toEqual(manifest);
  });

  it('who has the file already is not sent it again', async () => {
    const etag = (await get('/scores.csv')).headers.get('etag') ?? '';
    expect(
      (await get('/scores.csv', undefined, { headers: { 'if-none-match': etag, 'cache-control': 'max-age=0' } })).status,
    ).toBe(304);
    const head = await get('/scores.csv', undefined, { method: 'HEAD' });
    expect([head.status, head.headers.get('etag'), await head.text()]).toEqual([200, etag, '']);
  });

  it('scores stand with all their parts, and a method that does not exist is not found', async () => {
    const rows = await tableOf(await get('/scores.csv?year=2019'));
    const ofTown = rows.filter(({ town }) => town === 'zhezkazgan');
    expect(ofTown[0]).toMatchObject({ level: 'integral', flag: 'm', reason: 'missing-parts', score: '', method_version: '1' });
    expect(ofTown.filter(({ level }) => level === 'indicator')).toHaveLength(27);
    expect(ofTown.find(({ id }) => id === 'D1')?.score).toMatch(/^\d+(\.\d)?$/);
    expect(await statusOf('/scores.csv?method=nothing')).toBe(404);
    expect(await statusOf('/scores.csv?year=never')).toBe(400);
  });

  it('the page of data offers both waves with their manifests in three languages', async () => {
    for (const [lang, words] of [
      ['kk', 'Ашық деректер'],
      ['ru', 'Открытые данные'],
      ['en', 'Open data'],
    ]) {
      const page = await (await fetch(`${app.baseUrl}/data?lang=${lang ?? ''}`)).text();
      expect(page).toContain(words);
      for (const file of [
        'residents-2019/indicators.csv',
        'researchers-2019/indicators.csv/manifest',
        'researchers-2019/codebook.csv',
      ])
        expect(page).toContain(`/api/v1/waves/${file}`);
      expect(page).not.toContain('responses.csv');
    }
  });
});

describe('what describes the files', () => {
  it('the codebook explains every column of the full file, in its order', async () => {
    const [header] = (await (await get(responsesOf('residents-2019'), 'coordinator')).text()).split('\n');
    const codebook = await tableOf(await get('/waves/residents-2019/codebook.csv'));
    expect([...new Set(codebook.map(({ variable }) => variable))].join(',')).toBe(header);
    expect(codebook.find(({ variable, code }) => variable === 'd1_life_satisfaction' && code === '')?.text_kk).toContain(
      'Жалпы алғанда',
    );
  });

  it('the data package lists the same columns', async () => {
    const description = (await (await get('/waves/residents-2019/datapackage.json')).json()) as {
      resources: { name: string; path: string; schema: { fields: { name: string }[] } }[];
    };
    for (const { path, schema } of description.resources) {
      const response = await get(`/waves/residents-2019/${path}?purpose=${encodeURIComponent(PURPOSE)}`, 'coordinator');
      const [header] = (await response.text()).split('\n');
      expect(schema.fields.map(({ name }) => name).join(',')).toBe(header);
    }
  });

  it('a wave that is only planned exists for those who work with it', async () => {
    expect(await statusOf('/waves/residents-2020/codebook.csv')).toBe(404);
    expect(await statusOf('/waves/residents-2020/codebook.csv', 'designer')).toBe(200);
    expect(await statusOf('/waves/residents-2020/codebook.csv', 'coordinator')).toBe(200);
    expect(await statusOf('/waves/residents-2020/codebook.csv', 'balkhash')).toBe(404);
  });

  it('manifests of single responses are for those who may have the file', async () => {
    const response = await get(responsesOf('researchers-2019'), 'coordinator');
    await response.arrayBuffer();
    const path = (/<\/api\/v1([^>]+)>/.exec(response.headers.get('link') ?? '') ?? [])[1] ?? '';
    expect(await statusOf(path)).toBe(401);
    expect(await statusOf(path, 'analyst')).toBe(403);
    expect(await statusOf(path, 'balkhash')).toBe(404);
    const manifest = (await (await get(path, 'coordinator')).json()) as {
      content: { protection: { k: number; dropped: string[] } };
    };
    expect(manifest.content.protection).toMatchObject({ k: 5 });
    expect(manifest.content.protection.dropped).toContain('_duration_s');
  });

  it('every address of the description of the API is answered', async () => {
    const { paths } = (await (await get('/openapi.json')).json()) as { paths: Record<string, Record<string, unknown>> };
    const example: Record<string, string> = { slug: 'residents-2019', town: 'zhezkazgan', year: '2019', id: 'f'.repeat(32) };
    for (const [path, methods] of Object.entries(paths)) {
      const address = path.replace(/\{(\w+)\}/g, (_, name: string) => example[name] ?? '');
      for (const method of Object.keys(methods)) {
        const response = await get(address, undefined, { method: method.toUpperCase() });
        const body = await response.text();
        if (path !== '/manifests/{id}') expect([path, method, response.status]).not.toEqual([path, method, 404]);
        expect(body).not.toBe('');
      }
    }
  });

  it('official figures are a file for those who keep them', async () => {
    expect(await statusOf('/official/observations.csv')).toBe(401);
    expect(await statusOf('/official/observations.csv', 'analyst')).toBe(403);
    const { official } = app.dependencies;
    await official.importObservations(
      [
        {
          townId: 'balkhash',
          input: 'population',
          year: 2018,
          value: 78_000,
          source: '=cmd; "yearbook"',
          date: '2019-03-01',
          areaLevel: 'town',
          areaId: 'balkhash',
          proxy: false,
          status: 'synthetic',
          note: '',
        },
      ],
      'somebody',
    );
    const response = await get('/official/observations.csv?profile=excel-ru', 'balkhash');
    expect(Buffer.from(await response.arrayBuffer()).toString()).toBe(
      '\ufefftown;input;year;value;unit;source;date;area_level;area;proxy;status;note;revision;current;ended_on;ended_because\r\n' +
        'balkhash;population;2018;78000;persons;"\'=cmd; ""yearbook""";2019-03-01;town;balkhash;no;synthetic;;1;yes;;\r\n',
    );
  });
});
