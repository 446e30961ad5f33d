import type { ImportNote } from '../importResult.js';
import { textOfBytes } from '../textOfBytes.js';

/** Objects and lists inside each other; a condition of twenty levels stays far below. */
const MOST_LEVELS = 100;
const FILE = { in: 'file' } as const;
/** Names by which a file could reach behind the object that it is. */
const RESERVED = new Set(['__proto__', 'constructor', 'prototype']);

export type ReadJson = { value: unknown } | { fault: ImportNote };

/** The value that a JSON file holds; what cannot be one is refused before it costs time or memory. */
export function readJson(bytes: Uint8Array): ReadJson {
  const decoded = textOfBytes(bytes);
  if ('encoding' in decoded) return faultOf('json_encoding', { encoding: decoded.encoding });
  if (decoded.text.trim() === '') return faultOf('json_empty');
  if (isNestedDeeperThan(MOST_LEVELS, decoded.text)) return faultOf('json_nested', { levels: MOST_LEVELS });
  let value: unknown;
  try {
    value = JSON.parse(decoded.text);
  } catch (error) {
    const line = lineOf(error, decoded.text);
    return line === null ? faultOf('json_syntax') : faultOf('json_syntax_line', { line });
  }
  const reserved = reservedNameIn(value);
  return reserved === null ? { value } : faultOf('json_reserved_name', { name: reserved });
}

function faultOf(kind: ImportNote['kind'], values: ImportNote['values'] = {}): ReadJson {
  return { fault: { place: FILE, kind, values } };
}

function isNestedDeeperThan(levels: number, text: string): boolean {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (inString) {
      if (sign === '\\') at += 1;
      else if (sign === '"') inString = false;
    } else if (sign === '"') inString = true;
    else if (sign === '{' || sign === '[') depth += 1;
    else if (sign === '}' || sign === ']') depth -= 1;
    if (depth > levels) return true;
  }
  return false;
}

/** The engine names a position in most of its messages. */
function lineOf(error: unknown, text: string): number | null {
  const position = error instanceof Error ? /position (\d+)/.exec(error.message)?.[1] : undefined;
  return position === undefined ? null : text.slice(0, Number(position)).split('\n').length;
}

function reservedNameIn(value: unknown): string | null {
  if (typeof value !== 'object' || value === null) return null;
  for (const [key, part] of Object.entries(value)) {
    if (RESERVED.has(key)) return key;
    const inside = reservedNameIn(part);
    if (inside !== null) return inside;
  }
  return null;
}
