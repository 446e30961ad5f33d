import { request } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import { formsOf, type PageForm } from '../support/visitor.js';

export interface Reply {
  status: number;
  headers: IncomingHttpHeaders;
  setCookies: string[];
  body: string;
}

export interface Sending {
  method?: string;
  headers?: Record<string, string>;
  body?: string | Buffer;
}

export type Fields = Record<string, string | string[]>;

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

/** A program that keeps cookies like a browser but sends exactly what it is told: no address is tidied, nothing followed. */
export class Client {
  readonly cookies = new Map<string, string>();

  constructor(
    readonly baseUrl: string,
    language = 'en',
    /** Sent with every request. */
    private readonly usual: Record<string, string> = {},
  ) {
    this.cookies.set('lang', language);
  }

  async send(path: string, { method = 'GET', headers = {}, body }: Sending = {}): Promise<Reply> {
    const { hostname, port } = new URL(this.baseUrl);
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const reply = await new Promise<Reply>((resolve, reject) => {
      const asked = request({ hostname, port, path, method, headers: { cookie, ...this.usual, ...headers } }, (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('error', reject);
        response.on('end', () => {
          const setCookies = response.headers['set-cookie'] ?? [];
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            setCookies,
            body: Buffer.concat(parts).toString(),
          });
        });
      });
      asked.on('error', reject);
      asked.end(body);
    });
    for (const line of reply.setCookies) this.keep(line);
    return reply;
  }

  get(path: string): Promise<Reply> {
    return this.send(path);
  }

  /** Sends a form with its hidden fields; `fields` stand beside them or in their place. */
  submit(form: PageForm, fields: Fields = {}): Promise<Reply> {
    return this.post(form.action, { ...Object.fromEntries(form.hidden), ...fields });
  }

  post(path: string, fields: Fields): Promise<Reply> {
    return this.send(path, { method: 'POST', headers: FORM, body: encoded(fields) });
  }

  /** A form as the page at `from` would send it: with the token of that page. */
  async postFrom(from: string, path: string, fields: Fields = {}): Promise<Reply> {
    return this.post(path, { _csrf: tokenOf((await this.get(from)).body), ...fields });
  }

  /** Opens a one-time link and presses its button. */
  async enter(link: string): Promise<void> {
    const [form] = formsOf((await this.get(link)).body);
    if (!form) throw new Error('the link leads to no button');
    const { status } = await this.submit({ ...form, action: link });
    if (status !== 303) throw new Error(`the link was refused: ${status}`);
  }

  private keep(line: string): void {
    const [pair = ''] = line.split(';');
    const at = pair.indexOf('=');
    const gone = /expires=Thu, 01 Jan 1970|max-age=0/i.test(line);
    if (gone) this.cookies.delete(pair.slice(0, at));
    else this.cookies.set(pair.slice(0, at), pair.slice(at + 1));
  }
}

export function tokenOf(html: string): string {
  return /name="_csrf" value="([^"]+)"/.exec(html)?.[1] ?? '';
}

export function encoded(fields: Fields): string {
  const pairs = Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one): [string, string] => [name, one]));
  return new URLSearchParams(pairs).toString();
}

export const jsonHeaders = (more: Record<string, string> = {}): Record<string, string> => ({
  'content-type': 'application/json',
  ...more,
});
