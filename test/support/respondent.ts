import { questionsInOrder, type Answers, type Definition } from '../../survey-definitions/contract/index.js';
import { formFieldsOf } from '../../server/respond/questionForm.js';

/** A page as a browser without scripts sees it. */
export interface SeenPage {
  status: number;
  /** Path and query of the address where the redirects ended. */
  address: string;
  html: string;
  /** Visible words of the page's heading. */
  heading: string;
  title: string;
}

type Fields = Record<string, string | string[]>;

/** Somebody with a phone: keeps cookies, follows redirects, fills in the forms that are on the page. */
export class Respondent {
  page: SeenPage = { status: 0, address: '', html: '', heading: '', title: '' };
  private readonly cookies = new Map<string, { value: string; path: string }>();

  constructor(
    private readonly baseUrl: string,
    private readonly language = 'kk',
    /** What the phone has kept from elsewhere, as it was set. */
    kept: Iterable<[string, string]> = [],
  ) {
    for (const [name, value] of kept) this.cookies.set(name, { value: decodeURIComponent(value), path: '/' });
  }

  async open(address: string): Promise<SeenPage> {
    const url = new URL(address, this.baseUrl);
    if (this.page.status === 0) url.searchParams.set('lang', this.language);
    return this.request(url, { method: 'GET' });
  }

  /** Sends the form of the page with its hidden fields, or a form seen earlier. */
  async send(fields: Fields, from: SeenPage = this.page): Promise<SeenPage> {
    const action = /<form method="post" action="([^"]*)"/.exec(from.html)?.[1];
    if (action === undefined) throw new Error(`no form on ${from.address}`);
    const body = new URLSearchParams();
    for (const [, name, value] of from.html.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g))
      body.append(name ?? '', unescaped(value ?? ''));
    for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one);
    return this.request(new URL(unescaped(action), this.baseUrl), { method: 'POST', body });
  }

  /** Answers the page before it with those of the given answers that it asks for. */
  async answer(definition: Definition, answers: Answers): Promise<SeenPage> {
    const asked = questionsInOrder(definition).filter((item) =>
      this.page.html.includes(`<fieldset class="question" id="${item.id}"`),
    );
    return this.send(formFieldsOf(asked, answers) as Fields);
  }

  /** Goes from the opening to the check of all answers. */
  answerAll(definition: Definition, answers: Answers): Promise<SeenPage> {
    return this.answerUntil('/check', definition, answers);
  }

  /** Answers page after page until the address ends so. */
  async answerUntil(ending: string, definition: Definition, answers: Answers): Promise<SeenPage> {
    while (!this.page.address.endsWith(ending)) {
      const before = this.page.address;
      await this.answer(definition, answers);
      if (this.page.status !== 200 || this.page.address === before) throw new Error(`stuck on ${before}`);
    }
    return this.page;
  }

  private async request(url: URL, init: { method: string; body?: URLSearchParams }): Promise<SeenPage> {
    const response = await fetch(url, { ...init, redirect: 'manual', headers: { cookie: this.cookieHeader(url.pathname) } });
    for (const cookie of response.headers.getSetCookie()) this.keep(cookie);
    const location = response.headers.get('location');
    if (location !== null) {
      await response.text();
      return this.request(new URL(location, url), { method: 'GET' });
    }
    const html = await response.text();
    this.page = {
      status: response.status,
      address: `${url.pathname}${url.search}`,
      html,
      heading: words(/<h1>(.*?)<\/h1>/s.exec(html)?.[1] ?? ''),
      title: words(/<title>(.*?)<\/title>/s.exec(html)?.[1] ?? ''),
    };
    return this.page;
  }

  private keep(cookie: string): void {
    const [pair = '', ...attributes] = cookie.split(';').map((part) => part.trim());
    const [name = '', value = ''] = pair.split('=');
    const attribute = (key: string) => attributes.find((part) => part.toLowerCase().startsWith(`${key}=`))?.slice(key.length + 1);
    const expired = attribute('max-age') === '0' || Date.parse(attribute('expires') ?? '') <= 0;
    if (expired) this.cookies.delete(name);
    else this.cookies.set(name, { value: decodeURIComponent(value), path: attribute('path') ?? '/' });
  }

  private cookieHeader(path: string): string {
    return [...this.cookies]
      .filter(([, cookie]) => cookie.path === '/' || path === cookie.path || path.startsWith(`${cookie.path}/`))
      .map(([name, { value }]) => `${name}=${encodeURIComponent(value)}`)
      .join('; ');
  }
}

/** The words of a piece of a page. */
function words(html: string): string {
  return unescaped(html.replace(/<[^>]*>/g, '')).trim();
}

function unescaped(text: string): string {
  return text
    .replaceAll('&#34;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
