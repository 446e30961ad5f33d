import type { Role } from '../../server/accounts/index.js';
import type { TestApp } from './testApp.js';

/** The answer to one request, read to its end. */
export interface Answer {
  status: number;
  location: string | null;
  html: string;
  headers: Headers;
}

export type StaffVisitor = ReturnType<typeof createVisitor>;

type Fields = Record<string, string | string[]>;

/** Somebody at a browser without JavaScript: keeps cookies, sends the forms' hidden token, follows nothing by itself. */
export function createVisitor(baseUrl: string, language = 'en', proxyHeaders: Record<string, string> = {}) {
  const cookies = new Map<string, string>([['lang', language]]);

  async function send(path: string, init: RequestInit): Promise<Answer> {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(baseUrl + path, { ...init, redirect: 'manual', headers: { ...proxyHeaders, cookie } });
    for (const line of response.headers.getSetCookie()) keep(line);
    const { status, headers } = response;
    return { status, location: headers.get('location'), html: await response.text(), headers };
  }

  function keep(line: string): void {
    const [pair = ''] = line.split(';');
    const at = pair.indexOf('=');
    const expires = /expires=([^;]+)/i.exec(line)?.[1];
    if (expires !== undefined && Date.parse(expires) < Date.now()) cookies.delete(pair.slice(0, at));
    else cookies.set(pair.slice(0, at), pair.slice(at + 1));
  }

  const get = (path: string): Promise<Answer> => send(path, {});

  return {
    cookies,
    get,
    /** Sends a form as the page at `from` would; the page carries the token. */
    async post(path: string, fields: Fields = {}, from = '/accounts/me'): Promise<Answer> {
      const token = /name="_csrf" value="([^"]+)"/.exec((await get(from)).html)?.[1] ?? '';
      return this.postWithToken(path, fields, token);
    },
    postWithToken(path: string, fields: Fields, token: string): Promise<Answer> {
      const body = new URLSearchParams({ _csrf: token });
      for (const [name, value] of Object.entries(fields)) for (const each of [value].flat()) body.append(name, each);
      return send(path, { method: 'POST', body });
    },
  };
}

export const GOOD_PASSWORD = 'a river under the bridge';

interface PersonOptions {
  roles: Role[];
  townIds?: string[] | null;
  signInName?: string;
  language?: string;
}

/** A visitor who has an account with these roles and has signed in. */
export async function signIn(
  app: TestApp,
  { roles, townIds = null, signInName, language }: PersonOptions,
): Promise<StaffVisitor> {
  const name = signInName ?? `${roles.join('-')}-${String(Math.random()).slice(2)}`;
  const account = { signInName: name, displayName: '', roles, townIds, password: GOOD_PASSWORD };
  await app.dependencies.accounts.createAccount(account, null);
  const visitor = createVisitor(app.baseUrl, language);
  const answer = await visitor.post('/accounts/sign-in', { signInName: name, password: GOOD_PASSWORD }, '/accounts/sign-in');
  if (answer.status !== 303) throw new Error(`could not sign in as ${name}: ${answer.status}`);
  return visitor;
}
