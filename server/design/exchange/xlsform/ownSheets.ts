import type {
  AnalysisPopulation,
  Definition,
  DerivedVariable,
  Indicator,
  LocalizedText,
  Scale,
} from '../../../../survey-definitions/contract/index.js';
import type { TextStatus } from '../../questionnaires/draft.js';
import { textCells, textHeaders } from './columns.js';
import { conditionInJson } from './formConditions.js';
import { isBlank, type FormRow } from './formTable.js';

/** A list of answers as its questions call it in the form, with what a form has no column for. */
export interface OwnList {
  listName: string;
  id: string;
  kind: 'list' | 'scale';
  layout: Scale['layout'];
  topCodes: number[];
}

/** A sheet that only this platform reads: its columns, and a row there and back. */
export interface OwnSheet<Entry> {
  name: string;
  columns: readonly string[];
  write: (entry: Entry) => Record<string, string>;
  /** Its shape is checked together with the whole questionnaire. */
  read: (row: FormRow) => Entry;
}

export const LISTS: OwnSheet<OwnList> = {
  name: 'aleuet_lists',
  columns: ['list_name', 'id', 'kind', 'layout', 'top_codes'],
  write: ({ listName, id, kind, layout, topCodes }) => ({
    list_name: listName,
    id,
    kind,
    ...(kind === 'scale' ? { layout, top_codes: topCodes.join(' ') } : {}),
  }),
  read: (row) => ({
    listName: row.cell('list_name'),
    id: row.cell('id'),
    kind: row.cell('kind') === 'scale' ? 'scale' : 'list',
    layout: row.cell('layout') as Scale['layout'],
    topCodes: wordsIn(row, 'top_codes').map(Number),
  }),
};

export const INDICATORS: OwnSheet<Indicator> = {
  name: 'aleuet_indicators',
  columns: [
    'id',
    'code',
    ...textHeaders('name'),
    ...textHeaders('short_name'),
    'items',
    'min_valid',
    'construct',
    ...textHeaders('base'),
    'comparator',
    'empty',
  ],
  write: ({ id, code, name, shortName, items, minValid, construct, base, comparator }) => ({
    id,
    code,
    ...textCells('name', name),
    ...textCells('short_name', shortName),
    items: items.map(({ item, direction }) => `${direction}${item}`).join(' '),
    min_valid: String(minValid),
    construct,
    ...textCells('base', base),
    comparator: comparator ?? '',
    empty: base && isBlank(base) ? 'base' : '',
  }),
  read: (row) => ({
    id: row.cell('id'),
    code: row.cell('code'),
    name: row.text('name'),
    shortName: row.text('short_name'),
    items: wordsIn(row, 'items').map((word) => ({ item: word.slice(1), direction: word.slice(0, 1) as '+' })),
    minValid: Number(row.cell('min_valid')),
    construct: row.cell('construct') as 'reflective',
    ...(isBlank(row.text('base')) && row.cell('empty') !== 'base' ? {} : { base: row.text('base') }),
    ...(row.cell('comparator') === '' ? {} : { comparator: row.cell('comparator') }),
  }),
};

export const POPULATIONS: OwnSheet<AnalysisPopulation> = {
  name: 'aleuet_populations',
  columns: ['id', ...textHeaders('name'), 'rule'],
  write: ({ id, name, rule }) => ({ id, ...textCells('name', name), rule: JSON.stringify(rule) }),
  read: (row) => ({ id: row.cell('id'), name: row.text('name'), rule: conditionAt(row) }),
};

export const ENDINGS: OwnSheet<Definition['endings'][number]> = {
  name: 'aleuet_endings',
  columns: ['ending', 'rule'],
  write: ({ ending, when }) => ({ ending, rule: JSON.stringify(when) }),
  read: (row) => ({ ending: row.cell('ending') as 'declined', when: conditionAt(row) }),
};

export const VARIABLES: OwnSheet<DerivedVariable> = {
  name: 'aleuet_variables',
  columns: ['id', 'type', 'rule'],
  write: ({ id, type, ...rule }) => ({ id, type, rule: JSON.stringify(rule) }),
  read: (row) => ({ id: row.cell('id'), type: row.cell('type'), ...(jsonIn(row, 'rule') as object) }) as DerivedVariable,
};

export const STRAIGHTLINE_SETS: OwnSheet<Definition['straightlineSets'][number]> = {
  name: 'aleuet_straightline',
  columns: ['id', 'items'],
  write: ({ id, items }) => ({ id, items: items.join(' ') }),
  read: (row) => ({ id: row.cell('id'), items: wordsIn(row, 'items') }),
};

export const SPECIAL_CODES: OwnSheet<Definition['specialCodes'][number]> = {
  name: 'aleuet_special_codes',
  columns: ['code', 'id', ...textHeaders('label')],
  write: ({ code, id, label }) => ({ code: String(code), id, ...textCells('label', label) }),
  read: (row) => ({ code: Number(row.cell('code')) as -1, id: row.cell('id') as 'dk', label: row.text('label') }),
};

/** Texts of the whole questionnaire; several paragraphs of consent stand in several rows. */
export const TEXTS: OwnSheet<{ key: string; text: LocalizedText }> = {
  name: 'aleuet_texts',
  columns: ['key', ...textHeaders('text')],
  write: ({ key, text }) => ({ key, ...textCells('text', text) }),
  read: (row) => ({ key: row.cell('key'), text: row.text('text') }),
};

export const STATUSES: OwnSheet<TextStatus> = {
  name: 'aleuet_statuses',
  columns: ['key', 'language', 'status'],
  write: (status) => ({ ...status }),
  read: (row) => ({
    key: row.cell('key'),
    language: row.cell('language') as 'kk',
    status: row.cell('status') as 'reviewed',
  }),
};

export function wordsIn(row: FormRow, field: string): string[] {
  return row.cell(field).split(/\s+/).filter(Boolean);
}

/** What is no JSON is left as it is, for the check of the whole questionnaire to find. */
function jsonIn(row: FormRow, field: string): unknown {
  try {
    return JSON.parse(row.written(field)) as unknown;
  } catch {
    return {};
  }
}

function conditionAt(row: FormRow) {
  return conditionInJson(row.cell('rule')) ?? { all: [] };
}
