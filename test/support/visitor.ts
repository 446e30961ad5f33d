/** A visitor without JavaScript: keeps cookies, follows redirects by GET, fills in forms. For HTTP tests and the bench. */
export interface VisitedPage {
  url: string;
  status: number;
  html: string;
}

export interface PageForm {
  action: string;
  hidden: [name: string, value: string][];
  /** Radio groups and selects with their values. */
  choices: Map<string, string[]>;
  /** Number, text and date inputs. */
  inputs: string[];
  /** Named submit buttons. */
  buttons: [name: string, value: string][];
}

export class Visitor {
  readonly #cookies = new Map<string, string>();
  /** Requests made so far, redirects included. */
  requests = 0;

  constructor(private readonly baseUrl: string) {}

  get(path: string): Promise<VisitedPage> {
    return this.#visit(path, { method: 'GET' });
  }

  post(path: string, fields: [name: string, value: string][]): Promise<VisitedPage> {
    return this.#visit(path, {
      method: 'POST',
      body: new URLSearchParams(fields).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
  }

  async #visit(path: string, init: { method: string; body?: string; headers?: Record<string, string> }): Promise<VisitedPage> {
    this.requests += 1;
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(new URL(path, this.baseUrl), {
      ...init,
      redirect: 'manual',
      headers: { ...init.headers, ...(cookie ? { cookie } : {}) },
    });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      const value = pair.slice(at + 1);
      if (value === '' || /expires=Thu, 01 Jan 1970|max-age=0/i.test(line)) this.#cookies.delete(pair.slice(0, at));
      else this.#cookies.set(pair.slice(0, at), value);
    }
    const location = response.headers.get('location');
    const html = await response.text();
    if (response.status === 303 && location !== null) return this.get(location);
    return { url: new URL(path, this.baseUrl).pathname, status: response.status, html };
  }
}

/** The forms of a page that are sent by POST, in order. */
export function formsOf(html: string): PageForm[] {
  return [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)]
    .filter(([, attributes = '']) => /method="post"/i.test(attributes))
    .map(([, attributes = '', body = '']) => readForm(attribute(attributes, 'action') ?? '', body));
}

function readForm(action: string, body: string): PageForm {
  const form: PageForm = { action, hidden: [], choices: new Map(), inputs: [], buttons: [] };
  for (const [, attributes = ''] of body.matchAll(/<input\b([^>]*)>/g)) {
    const name = attribute(attributes, 'name');
    const type = attribute(attributes, 'type') ?? 'text';
    if (name === undefined) continue;
    if (type === 'hidden') form.hidden.push([name, attribute(attributes, 'value') ?? '']);
    else if (type === 'radio') form.choices.set(name, [...(form.choices.get(name) ?? []), attribute(attributes, 'value') ?? '']);
    else form.inputs.push(name);
  }
  for (const [, attributes = ''] of body.matchAll(/<button\b([^>]*)>/g)) {
    const name = attribute(attributes, 'name');
    if (name !== undefined) form.buttons.push([name, attribute(attributes, 'value') ?? '']);
  }
  return form;
}

function attribute(attributes: string, name: string): string | undefined {
  return new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1]?.replaceAll('&amp;', '&');
}

/**
 * Answers a whole questionnaire from its opening to the thanks page: in every group the answer that `choose` picks, in
 * every number field 3. Returns the last page.
 */
export async function answerQuestionnaire(
  visitor: Visitor,
  path: string,
  choose: (name: string, values: string[]) => string = (_name, values) => values[0] ?? '',
): Promise<VisitedPage> {
  let page = await visitor.get(path);
  for (let step = 0; step < 60; step += 1) {
    const form = formsOf(page.html)[0];
    if (!form || page.url.endsWith('/thanks') || page.status !== 200) return page;
    const specials = new Set([...form.choices.keys()].filter((name) => name.endsWith('.special')));
    const chosen = [...form.choices]
      .filter(([name]) => !specials.has(name))
      .map(([name, values]): [string, string] => [name, choose(name, values)]);
    const typed = form.inputs.map((name): [string, string] => [name, '3']);
    page = await visitor.post(form.action, [...form.hidden, ...chosen, ...typed]);
  }
  return page;
}
