import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SignedInPerson } from '../../server/accounts/index.js';
import { startTestApp, type TestApp } from '../support/testApp.js';

const PASSWORD = 'steppe-turquoise-and-ochre';
const FIGURE = {
  input: 'researchers',
  year: '2018',
  value: '26',
  source: 'Table 1',
  date: '2020-08-31',
  status: 'organisation-report',
};
const CSV = 'town,input,year,value,source,date,status,reason';

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp({ clock: () => new Date('2026-05-01T08:00:00Z') });
  const accounts = app.dependencies.accounts;
  const person = { displayName: 'Test', password: PASSWORD };
  await accounts.createAccount({ ...person, signInName: 'everywhere', roles: ['coordinator'], townIds: null }, null);
  await accounts.createAccount({ ...person, signInName: 'balkhash-only', roles: ['coordinator'], townIds: ['balkhash'] }, null);
  await accounts.createAccount({ ...person, signInName: 'analyst', roles: ['analyst'], townIds: null }, null);
});

afterAll(() => app.close());

/** A member of staff at a browser without JavaScript. */
class StaffBrowser {
  readonly #cookies = new Map<string, string>();

  async request(path: string, init: RequestInit = {}): Promise<{ status: number; location: string | null; text: string }> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { ...(init.headers as Record<string, string> | undefined), cookie };
    const response = await fetch(`${app.baseUrl}${path}`, { ...init, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      this.#cookies.set(name, value);
    }
    return { status: response.status, location: response.headers.get('location'), text: await response.text() };
  }

  get(path: string) {
    return this.request(path);
  }

  async post(path: string, form: string, fields: Record<string, string>) {
    const body = new URLSearchParams({ _csrf: await this.#tokenOn(form), ...fields });
    return this.request(path, { method: 'POST', body });
  }

  async upload(text: string | Uint8Array<ArrayBuffer>, token?: string) {
    const body = new FormData();
    body.set('_csrf', token ?? (await this.#tokenOn('/official/import')));
    body.set('file', new Blob([text], { type: 'text/csv' }), 'figures.csv');
    return this.request('/official/import', { method: 'POST', body });
  }

  async #tokenOn(path: string): Promise<string> {
    const page = await this.get(path);
    return /name="_csrf" value="([^"]+)"/.exec(page.text)?.[1] ?? '';
  }

  static async signedIn(signInName: string, language = 'en'): Promise<StaffBrowser> {
    const browser = new StaffBrowser();
    await browser.post(`/accounts/sign-in?lang=${language}`, '/accounts/sign-in', { signInName, password: PASSWORD });
    return browser;
  }
}

describe('the pages of official statistics', () => {
  test('ask to sign in, refuse an analyst, and hide other towns', async () => {
    expect(await new StaffBrowser().get('/official')).toMatchObject({ status: 303 });
    expect(await (await StaffBrowser.signedIn('analyst')).get('/official')).toMatchObject({ status: 403 });
    const limited = await StaffBrowser.signedIn('balkhash-only');
    expect((await limited.get('/official/balkhash')).status).toBe(200);
    expect((await limited.get('/official/zhezkazgan')).status).toBe(404);
    expect((await limited.get('/official/zhezkazgan/enter')).status).toBe(404);
    const list = await limited.get('/official');
    expect(list.text).toContain('Balkhash');
    expect(list.text).not.toContain('Zhezkazgan');
  });

  test('take a figure, compute with it, correct it with a reason and keep its history', async () => {
    const staff = await StaffBrowser.signedIn('everywhere');
    const form = '/official/zhezkazgan/enter';
    const enter = (changes: Record<string, string>) => staff.post(form, form, { ...FIGURE, ...changes });
    expect(await enter({})).toMatchObject({ status: 303, location: '/official/zhezkazgan?year=2018&done=saved' });
    await enter({ input: 'population', value: '86967' });

    const town = await staff.get('/official/zhezkazgan?year=2018');
    expect(town.text).toContain('0.030 %');
    expect(town.text).toContain('13.1');
    expect(town.text).toContain('no figure: Organisations performing research and development');

    const refused = await enter({ value: '27' });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('The value 26 is stored here. To correct it, give the reason.');
    expect((await enter({ value: '27', reason: 'Two people were left out' })).status).toBe(303);

    const history = await staff.get('/official/zhezkazgan/researchers/2018');
    expect(history.text).toMatch(/27\s+persons/);
    expect(history.text).toContain('Corrected by everywhere, 1\u00a0May\u00a02026. Reason: Two people were left out');
  });

  test('withdraw a figure only with a reason', async () => {
    const staff = await StaffBrowser.signedIn('everywhere');
    const form = '/official/satpayev/enter';
    await staff.post(form, form, FIGURE);
    const address = '/official/satpayev/researchers/2018';
    const id = /name="id" value="([^"]+)"/.exec((await staff.get(address)).text)?.[1] ?? '';
    expect(await staff.post(`${address}/withdraw`, address, { id, reason: ' ' })).toMatchObject({ status: 422 });
    expect(await staff.post(`${address}/withdraw`, address, { id, reason: 'wrong town' })).toMatchObject({ status: 303 });
    expect((await staff.get(address)).text).toContain('Withdrawn by everywhere, 1\u00a0May\u00a02026. Reason: wrong town');
  });

  test.each([
    ['kk', 'Ресми статистика', 'Деректерді CSV файлынан жүктеу'],
    ['ru', 'Официальная статистика', 'Загрузка данных из CSV'],
    ['en', 'Official statistics', 'Import figures from CSV'],
  ])('are complete in %s', async (language, list, importing) => {
    const staff = await StaffBrowser.signedIn('everywhere', language);
    const pages = ['/official', '/official/balkhash', '/official/balkhash/enter', '/official/import'];
    const shown = await Promise.all(pages.map((page) => staff.get(`${page}?lang=${language}`)));
    expect(shown.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(shown[0]?.text).toContain(list);
    expect(shown[3]?.text).toContain(importing);
  });
});

describe('a file of figures', () => {
  const good = `${CSV}\ntemirtau,researchers,2018,26,Table 1,2020-08-31,organisation-report,\n`;

  test('is entered, and its figures are there', async () => {
    const staff = await StaffBrowser.signedIn('everywhere');
    expect(await staff.upload(good)).toMatchObject({ status: 303, location: '/official/import?added=1&corrected=0&empty=0' });
    expect(await app.dependencies.official.observationsOf('temirtau')).toMatchObject([
      { value: 26, recordedByName: 'everywhere' },
    ]);
  });

  test('is refused with row, column and reason in the language of the reader', async () => {
    const staff = await StaffBrowser.signedIn('everywhere', 'ru');
    const answer = await staff.upload(`${CSV}\nатлантида,researchers,2018,26,Table 1,2020-08-31,official,\n`);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('Ничего не сохранено: 1 ошибка.');
    expect(answer.text).toMatch(/<th scope="row">2<\/th><td>town \(Город\)<\/td><td>Города «атлантида» нет в списке\.<\/td>/);
  });

  test('is not read before its form has proved where it comes from', async () => {
    const staff = await StaffBrowser.signedIn('everywhere');
    await staff.get('/official/import');
    expect((await staff.upload(good.replace('2018', '2017'), 'forged')).status).toBe(403);
    expect(await app.dependencies.official.historyOf({ townId: 'temirtau', input: 'researchers', year: 2017 })).toEqual([]);
  });

  test('larger than allowed is refused', async () => {
    const staff = await StaffBrowser.signedIn('everywhere');
    expect((await staff.upload(new Uint8Array(app.dependencies.config.limits.uploadBytes + 1))).status).toBe(413);
  });

  test('follows the template: filled in by a spreadsheet, it is accepted', async () => {
    const staff = await StaffBrowser.signedIn('everywhere', 'ru');
    const template = await staff.get('/official/template.csv?town=balkhash&year=2019');
    expect(template.text.startsWith('town;input;year;value;')).toBe(true);
    const filled = template.text.replace(
      /balkhash;avg_salary_region;2019;;([^;]*);;;region;;;;;/,
      'balkhash;avg_salary_region;2019;"198 000,5";$1;Бюллетень;31.08.2020;region;;;official;;',
    );
    expect(await staff.upload(filled)).toMatchObject({ status: 303 });
    expect(await app.dependencies.official.observationsOf('balkhash')).toMatchObject([{ value: 198000.5, date: '2020-08-31' }]);
  });
});

describe('the API of official statistics', () => {
  const admin: SignedInPerson = {
    accountId: '',
    signInName: 'admin',
    displayName: 'Admin',
    roles: ['admin'],
    townIds: null,
    demonstration: false,
  };

  async function put(body: string, role: 'coordinator' | 'analyst' = 'coordinator') {
    const { _id } = await app.dependencies.accounts.createAccount(
      {
        signInName: `admin-${Math.random().toString(36).slice(2)}`,
        displayName: '',
        roles: ['admin'],
        townIds: null,
        password: PASSWORD,
      },
      null,
    );
    const token = await app.dependencies.accounts.makeToken(
      { name: 'test', role, townIds: null, lastDay: '2026-05-02' },
      { ...admin, accountId: _id },
    );
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'text/csv', 'accept-language': 'en' };
    return fetch(`${app.baseUrl}/api/v1/official/observations`, { method: 'PUT', body, headers });
  }

  test('takes a file, all or none, and says row, column and reason', async () => {
    const rows = [
      CSV,
      'altai,researchers,2018,26,Table 1,2020-08-31,official,',
      'altai,population,2018,many,Table 1,2020-08-31,official,',
    ];
    const refused = await put(rows.join('\n'));
    expect(refused.status).toBe(422);
    expect(refused.headers.get('content-type')).toContain('application/problem+json');
    expect(await refused.json()).toMatchObject({
      type: 'urn:aleuet:invalidInput',
      faults: [{ row: 3, field: 'value', message: '"many" is not a number. Write digits only, without the unit.' }],
    });
    expect(await app.dependencies.official.observationsOf('altai')).toEqual([]);

    const accepted = await put(rows.slice(0, 2).join('\n'));
    expect(await accepted.json()).toEqual({ added: 1, corrected: 0, leftEmpty: 0 });
  });

  test('wants a token of somebody who may', async () => {
    expect((await fetch(`${app.baseUrl}/api/v1/official/observations`, { method: 'PUT', body: CSV })).status).toBe(401);
    expect((await put(CSV, 'analyst')).status).toBe(403);
  });
});
