/** One tag of an XML text, in the order of the text. Names come without a namespace prefix. */
export interface XmlTag {
  name: string;
  kind: 'open' | 'close' | 'empty';
  /** As written between the name and the end of the tag. */
  attributes: string;
  /** Where the tag begins and ends in the text. */
  from: number;
  to: number;
}

/** An XML text that is not well formed, or that declares a document type (and with it, perhaps, entities). */
export class XmlFault extends Error {
  constructor(readonly reason: 'malformed' | 'documentType') {
    super(reason);
    this.name = 'XmlFault';
  }
}

const MARKUP = [
  { begins: '<!--', ends: '-->' },
  { begins: '<![CDATA[', ends: ']]>' },
  { begins: '<?', ends: '?>' },
];
const MARKUP_FIRST = new Set(['!', '?']);
const NAME = /^\/?(?:[^\s/:]+:)?([^\s/:]+)/;
const MARK = /[<>"']/g;
const NAME_CHARACTERS = 300;

/**
 * The tags of an XML text. It is stricter than the parsers behind it (no `<` inside an attribute, no document type), so
 * that nothing can look different to them.
 *
 * @throws XmlFault
 */
export function* tagsOf(xml: string): Generator<XmlTag> {
  for (let at = xml.indexOf('<'); at >= 0; at = xml.indexOf('<', at)) {
    const markup = MARKUP_FIRST.has(xml[at + 1] ?? '') ? MARKUP.find(({ begins }) => xml.startsWith(begins, at)) : undefined;
    if (markup) {
      const end = xml.indexOf(markup.ends, at + markup.begins.length);
      if (end < 0) throw new XmlFault('malformed');
      at = end + markup.ends.length;
      continue;
    }
    if (xml.startsWith('<!', at)) throw new XmlFault('documentType');
    const end = endOfTag(xml, at + 1);
    yield { ...tagFrom(xml.slice(at + 1, end)), from: at, to: end + 1 };
    at = end + 1;
  }
}

function endOfTag(xml: string, from: number): number {
  MARK.lastIndex = from;
  for (let found = MARK.exec(xml); found !== null; found = MARK.exec(xml)) {
    if (found[0] === '>') return found.index;
    const closing = found[0] === '<' ? -1 : xml.indexOf(found[0], found.index + 1);
    if (closing < 0 || xml.slice(found.index, closing).includes('<')) throw new XmlFault('malformed');
    MARK.lastIndex = closing + 1;
  }
  throw new XmlFault('malformed');
}

function tagFrom(inside: string): Omit<XmlTag, 'from' | 'to'> {
  const named = NAME.exec(inside.slice(0, NAME_CHARACTERS));
  const name = named?.[1];
  if (named === null || name === undefined) throw new XmlFault('malformed');
  if (inside.startsWith('/')) return { name, kind: 'close', attributes: '' };
  const empty = inside.endsWith('/');
  return { name, kind: empty ? 'empty' : 'open', attributes: inside.slice(named[0].length, empty ? -1 : undefined) };
}

/** The value of one attribute; undefined if the tag has none of that name. */
export function attributeOf({ attributes }: XmlTag, name: string): string | undefined {
  const found = patternOf(name).exec(attributes);
  return found ? decoded(found[1] ?? found[2] ?? '') : undefined;
}

const patterns = new Map<string, RegExp>();

function patternOf(name: string): RegExp {
  const known = patterns.get(name);
  const pattern = known ?? new RegExp(`(?:^|\\s)(?:\\w+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`);
  patterns.set(name, pattern);
  return pattern;
}

const ENTITIES: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

function decoded(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(lt|gt|quot|apos|amp));/gi,
    (whole, decimal, hex, name: string | undefined) => {
      if (name !== undefined) return ENTITIES[name] ?? whole;
      const code = decimal === undefined ? parseInt(String(hex), 16) : Number(decimal);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}
