import type { Client } from '../security/client.js';

/** Where nobody's answers are shown: forms for answering and signing in, wordings, files of the look. */
const ELSEWHERE = /^\/(s|accounts|assets|respond|staff|export\/codebooks|method|privacy)(\/|$)|codebook\.csv|\/definition$/;

/** Enough for every file, every call and the pages that are a link or two from the first one. */
export const NEAREST = 70;
export const FARTHEST = 200;

/** Choices that change words and no numbers. */
const WORDINGS = new Set(['lang', 'labels']);

/** What stands in the place of the parameters of an API address. */
export type Parameters = Readonly<Record<string, readonly string[]>>;

/**
 * Everything that anybody can read: what links and search forms lead to from the first page, and every call that the
 * description of the API names. Pages that are built later are found without a word here.
 */
export async function everythingPublic(reader: Client, parameters: Parameters, most: number): Promise<Map<string, string>> {
  const others = (pathname: string): boolean => {
    const town = /^\/towns\/([^/]+)/.exec(pathname)?.[1];
    return town !== undefined && parameters.town?.includes(town) === false;
  };
  const found = new Map<string, string>();
  const waiting = [
    '/',
    ...(await addressesOfApi(reader, parameters)).filter((address) => !ELSEWHERE.test(address.replace(/\?.*/, ''))),
  ];
  const seen = new Set(waiting);
  for (let address = waiting.shift(); address !== undefined && found.size < most; address = waiting.shift()) {
    const { status, body, headers } = await reader.get(address);
    if (status === 303 && headers.location !== undefined) follow([headers.location]);
    if (status !== 200) continue;
    found.set(address, body);
    if (headers['content-type']?.includes('html')) follow([...linksIn(body), ...searchesIn(body, address)]);
  }
  return found;

  function follow(addresses: string[]): void {
    for (const address of addresses) {
      const { pathname, search } = new URL(address, reader.baseUrl);
      const local = `${pathname}${search}`;
      if (!address.startsWith('/') || seen.has(local) || ELSEWHERE.test(pathname) || others(pathname)) continue;
      // Every page once in every language; with choices in one.
      if (/[?&]lang=/.test(search) && search.includes('&')) continue;
      seen.add(local);
      waiting.push(local);
    }
  }
}

function linksIn(html: string): string[] {
  return [...html.matchAll(/<a\b[^>]*\shref="([^"#]+)/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'));
}

/** A search form sent as it stands: its hidden fields and the first options of its lists. */
function searchesIn(html: string, page: string): string[] {
  return [...html.matchAll(/<form\b([^>]*)>(.*?)<\/form>/gs)].flatMap(([, attributes = '', inside = '']) => {
    if (/method="post"/i.test(attributes)) return [];
    const action = /action="([^"]*)"/.exec(attributes)?.[1] ?? page.split('?')[0] ?? page;
    const fields = [...inside.matchAll(/<input\b[^>]*name="([^"]+)"[^>]*value="([^"]*)"/g)].map(
      ([, name = '', value = '']): [string, string] => [name, value],
    );
    const lists = [...inside.matchAll(/<select\b[^>]*name="([^"]+)"(.*?)<\/select>/gs)].flatMap(([, name = '', options = '']) =>
      [...options.matchAll(/<option value="([^"]*)"/g)].slice(-1).map(([, value = '']): [string, string] => [name, value]),
    );
    return [`${action}?${new URLSearchParams([...fields, ...lists]).toString()}`];
  });
}

async function addressesOfApi(reader: Client, parameters: Parameters): Promise<string[]> {
  const { paths } = JSON.parse((await reader.get('/api/v1/openapi.json')).body) as {
    paths: Record<string, { get?: { parameters?: { name: string; in: string; schema?: { enum?: string[] } }[] } }>;
  };
  return Object.entries(paths).flatMap(([path, { get }]) => {
    if (!get) return [];
    const queries = (get.parameters ?? []).flatMap((parameter) =>
      parameter.in === 'query' && !WORDINGS.has(parameter.name)
        ? (parameter.schema?.enum ?? parameters[parameter.name] ?? []).map((value) => `?${parameter.name}=${value}`)
        : [],
    );
    return filledIn(`/api/v1${path}`, parameters).flatMap((address) => ['', ...queries].map((query) => `${address}${query}`));
  });
}

/** An address once for every value of its parameters. */
function filledIn(path: string, parameters: Parameters): string[] {
  const name = /\{(\w+)\}/.exec(path)?.[1];
  if (name === undefined) return [path];
  return (parameters[name] ?? []).flatMap((value) => filledIn(path.replace(`{${name}}`, value), parameters));
}
