/** Names of characters that editors of texts write. */
const NAMED = new Map(
  Object.entries({
    ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', shy: '', ndash: '–', mdash: '—', hellip: '…' },
    ...{ laquo: '«', raquo: '»', ldquo: '“', rdquo: '”', bdquo: '„', lsquo: '‘', rsquo: '’', sbquo: '‚', bull: '•' },
    ...{ middot: '·', deg: '°', plusmn: '±', times: '×', euro: '€', copy: '©', reg: '®', trade: '™', sect: '§' },
    ...{ frac12: '½', le: '≤', ge: '≥', ne: '≠', rarr: '→', larr: '←' },
  }),
);
/** Elements at which a reader sees a new line. */
const BREAKS = new Set(['br', 'p', 'div', 'li', 'ul', 'ol', 'tr', 'table', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'hr']);
/** Elements whose content is not for readers. */
const SILENT = new Set(['script', 'style', 'head', 'template']);

/** The lines of a text that may be written in HTML, as a reader sees them: no tags, no entities, no empty lines. */
export function linesOf(html: string): string[] {
  return withCharacters(withoutTags(html.replaceAll(/\s+/g, ' ')))
    .split('\n')
    .map((line) => line.replaceAll(/[\s\u200b]+/g, ' ').trim())
    .filter((line) => line !== '');
}

export function plainText(html: string): string {
  return linesOf(html).join(' ');
}

/** Goes through the text once, however its brackets are broken: a bracket that opens no tag is a character. */
function withoutTags(html: string): string {
  const parts: string[] = [];
  let from = 0;
  for (let open = html.indexOf('<'); open >= 0; open = html.indexOf('<', from)) {
    const tag = /^<(?:(\/?)([a-z][a-z0-9]*)|!)/i.exec(html.slice(open, open + 20));
    const end = tag === null ? open : endOfTag(html, open, tag);
    if (end < 0) break;
    const isCharacter = end === open;
    parts.push(html.slice(from, isCharacter ? open + 1 : open));
    if (BREAKS.has(tag?.[2]?.toLowerCase() ?? '')) parts.push('\n');
    from = isCharacter ? open + 1 : end;
  }
  return [...parts, html.slice(from)].join('');
}

/** Behind the tag, or behind the whole element where it is silent; negative where the text ends before. */
function endOfTag(html: string, open: number, [, slash, name = '']: RegExpExecArray): number {
  if (html.startsWith('<!--', open)) return behind(html, '-->', open);
  if (slash !== '' || !SILENT.has(name.toLowerCase())) return behind(html, '>', open);
  const closing = new RegExp(`</${name}`, 'gi');
  closing.lastIndex = open;
  const found = closing.exec(html);
  return found === null ? html.length : behind(html, '>', found.index);
}

function behind(html: string, mark: string, from: number): number {
  const at = html.indexOf(mark, from);
  return at < 0 ? -1 : at + mark.length;
}

function withCharacters(text: string): string {
  return text.replaceAll(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z][a-z0-9]{1,7}));/gi, (whole, decimal, hex, name) => {
    if (typeof name === 'string') return NAMED.get(name.toLowerCase()) ?? whole;
    return characterOf(typeof decimal === 'string' ? Number(decimal) : Number.parseInt(String(hex), 16));
  });
}

function characterOf(code: number): string {
  const isCharacter = code > 31 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return isCharacter ? String.fromCodePoint(code) : ' ';
}
