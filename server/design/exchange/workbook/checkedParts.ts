import type { ImportNote } from '../importResult.js';
import type { Parts } from './archiveParts.js';
import { withErrorsAsText } from './errorCells.js';
import { sheetNames } from './sheetNames.js';
import { refusal, TableRefusal, type Formulas, type TableLimits } from './workbook.js';
import { attributeOf, tagsOf, XmlFault, type XmlTag } from './xmlTags.js';

/** Formulas that are named in one refusal. */
const NAMED_FORMULAS = 20;
const SHEET_PART = /^xl\/worksheets\//i;

/** What has been counted so far in all sheets of a workbook. */
interface Tally {
  elements: number;
  cells: number;
  formulas: ImportNote[];
}

/**
 * Looks through every part before anything reads it: text that is not UTF-8, declared entities, elements inside elements
 * without end, more cells than a table may have, and formulas where they are refused. Gives the parts back
 * without the empty rows at the ends of sheets: they may be numbered in millions, and each would take memory.
 *
 * @throws TableRefusal
 */
export function checkedParts(parts: Parts, limits: TableLimits, formulas: Formulas): Parts {
  const texts = new Map([...parts].map(([path, bytes]) => [path, utf8(bytes)]));
  const checked: Parts = new Map();
  const tally: Tally = { elements: 0, cells: 0, formulas: [] };
  try {
    const names = sheetNames(texts);
    if (names.size > limits.sheets) throw refusal('workbook_too_many_sheets', { limit: limits.sheets });
    for (const [path, text] of texts) {
      const isSheet = SHEET_PART.test(path);
      const kept = isSheet ? filledSheet(text, names.get(path) ?? path, tally, limits) : wellNested(text, tally, limits);
      checked.set(path, Buffer.from(isSheet && formulas === 'results' ? withErrorsAsText(kept) : kept));
    }
  } catch (error) {
    if (!(error instanceof XmlFault)) throw error;
    throw refusal(error.reason === 'documentType' ? 'workbook_entities' : 'workbook_broken');
  }
  if (formulas === 'refused' && tally.formulas.length > 0) throw new TableRefusal(tally.formulas);
  return checked;
}

/** The text of a sheet up to its last row with a value. */
function filledSheet(text: string, sheet: string, tally: Tally, limits: TableLimits): string {
  let [cell, rows, columns] = ['', 0, 0];
  let isFilled = false;
  const kept = { to: 0, from: 0 };
  for (const tag of nested(text, tally, limits)) {
    if (tag.name === 'sheetData') kept[tag.kind === 'close' ? 'from' : 'to'] = tag.kind === 'close' ? tag.from : tag.to;
    if (tag.name === 'row' && tag.kind === 'close' && isFilled) kept.to = tag.to;
    if (tag.kind === 'close') continue;
    if (tag.name === 'row') [rows, isFilled] = [Math.max(rows + 1, Number(attributeOf(tag, 'r') ?? 0)), false];
    if (tag.name === 'c') cell = attributeOf(tag, 'r') ?? '';
    if (tag.name === 'f' && tally.formulas.length < NAMED_FORMULAS) tally.formulas.push(formulaAt(sheet, cell));
    if (tag.name !== 'v' && tag.name !== 'is') continue;
    isFilled = true;
    tally.cells += 1;
    columns = Math.max(columns, columnNumber(cell));
    if (rows > limits.rows) throw tooLarge(sheet, 'workbook_too_many_rows', limits.rows);
    if (columns > limits.columns) throw tooLarge(sheet, 'workbook_too_many_columns', limits.columns);
    if (tally.cells > limits.cells || rows * columns > limits.cells)
      throw tooLarge(sheet, 'workbook_too_many_cells', limits.cells);
  }
  return kept.from > kept.to ? text.slice(0, kept.to) + text.slice(kept.from) : text;
}

function tooLarge(sheet: string, kind: ImportNote['kind'], limit: number): TableRefusal {
  return new TableRefusal([{ place: { in: 'sheet', sheet }, kind, values: { sheet, limit } }]);
}

function wellNested(text: string, tally: Tally, limits: TableLimits): string {
  const tags = nested(text, tally, limits);
  while (tags.next().done !== true);
  return text;
}

/** The tags of a part, none of them deeper than allowed. */
function* nested(text: string, tally: Tally, limits: TableLimits): Generator<XmlTag> {
  let depth = 0;
  for (const tag of tagsOf(text)) {
    if (tag.kind !== 'close') tally.elements += 1;
    if (tally.elements > limits.elements) throw refusal('workbook_too_many_cells', { limit: limits.cells });
    if (tag.kind === 'open') depth += 1;
    if (tag.kind === 'close') depth -= 1;
    if (depth > limits.depth) throw refusal('workbook_too_deep', { limit: limits.depth });
    yield tag;
  }
  if (depth !== 0) throw new XmlFault('malformed');
}

function formulaAt(sheet: string, cell: string): ImportNote {
  const row = Number(/\d+$/.exec(cell)?.[0] ?? 0);
  const column = cell.replace(/\d+$/, '');
  return { place: { in: 'sheet', sheet, row, column }, kind: 'workbook_formula', values: { cell: `${sheet}!${cell}` } };
}

/** 1 for "A7", 28 for "AB7"; nothing that a column may be called is longer than three letters. */
function columnNumber(cell: string): number {
  const letters = /^[A-Z]+/.exec(cell)?.[0] ?? '';
  return Array.from(letters.slice(0, 4)).reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
}

function utf8(bytes: Buffer): string {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const declared = /^<\?xml[^>]*encoding\s*=\s*["']([^"']+)["']/i.exec(text.slice(0, 200))?.[1];
    if (declared === undefined || declared.toLowerCase() === 'utf-8') return text;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
  }
  throw refusal('workbook_encoding');
}
