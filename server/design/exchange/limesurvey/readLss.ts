import { XMLParser } from 'fast-xml-parser';
import type { ImportNote } from '../importResult.js';
import { textOfBytes } from '../textOfBytes.js';
import { dangerIn, LSS_LIMITS, type XmlDanger } from './xmlGuard.js';

/** One row of an exported table: the text of each column. */
export type LssRow = Readonly<Record<string, string | undefined>>;
/** The tables of a file by name; a table that the file does not have is empty. */
export type LssTables = (name: string) => LssRow[];

type Read = { tables: LssTables } | { fault: ImportNote };

/** The tables of a LimeSurvey structure file, or why it cannot be one. */
export function readLss(bytes: Uint8Array): Read {
  const decoded = textOfBytes(bytes);
  const declared = declaredEncoding(bytes);
  if ('encoding' in decoded) return faultOf('json_encoding', { encoding: declared ?? decoded.encoding });
  if (declared !== null) return faultOf('json_encoding', { encoding: declared });
  if (decoded.text.trim() === '') return faultOf('json_empty');
  const danger = dangerIn(decoded.text);
  return danger === null ? surveyDocumentIn(decoded.text) : refusalFor(danger);
}

function surveyDocumentIn(text: string): Read {
  const document = branch(branch(parsed(text)).document);
  const kind = textOf(document.LimeSurveyDocType).trim();
  if (kind === 'Group' || kind === 'Question') return faultOf('lss_part_only');
  return kind === 'Survey' ? { tables: (name) => rowsOf(document[name]) } : faultOf('lss_not_a_survey');
}

/** Null where the parser refuses what the guard let through, for example an element that is named like a prototype. */
function parsed(text: string): unknown {
  const parser = new XMLParser({
    ignoreAttributes: true,
    ignoreDeclaration: true,
    ignorePiTags: true,
    parseTagValue: false,
    trimValues: false,
    isArray: (name) => name === 'row',
    maxNestedTags: LSS_LIMITS.levels,
    // Paths as text, made for every element, would take most of the time.
    jPath: false,
  });
  try {
    return parser.parse(text) as unknown;
  } catch {
    return null;
  }
}

function rowsOf(table: unknown): LssRow[] {
  const rows = branch(branch(table).rows).row;
  if (!Array.isArray(rows)) return [];
  return rows.map((row) => Object.fromEntries(Object.entries(branch(row)).map(([name, value]) => [name, textOf(value)])));
}

function branch(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}

/** The text of an element; of one that is repeated, the last. */
function textOf(value: unknown): string {
  const last: unknown = Array.isArray(value) ? value.at(-1) : value;
  if (typeof last === 'string') return last;
  const text = branch(last)['#text'];
  return typeof text === 'string' ? text : '';
}

/** The encoding that the first line claims, if it is not UTF-8. */
function declaredEncoding(bytes: Uint8Array): string | null {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  const name = /<\?xml[^>]{0,100}encoding\s{0,9}=\s{0,9}["']([\w.-]{1,30})["']/i.exec(start)?.[1];
  return name === undefined || /^(utf-?8|us-ascii)$/i.test(name) ? null : name;
}

function refusalFor(danger: XmlDanger): Read {
  switch (danger) {
    case 'document type':
      return faultOf('lss_doctype');
    case 'elements':
      return faultOf('lss_too_many_elements', { most: LSS_LIMITS.elements });
    case 'levels':
      return faultOf('json_nested', { levels: LSS_LIMITS.levels });
    case 'malformed':
      return faultOf('lss_not_xml');
  }
}

function faultOf(kind: ImportNote['kind'], values: ImportNote['values'] = {}): Read {
  return { fault: { place: { in: 'file' }, kind, values } };
}
