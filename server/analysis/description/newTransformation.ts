import type { PanelTransformation } from '../../../survey-definitions/contract/index.js';
import { transformationFrom } from './transformationCode.js';

/** What can be computed of a column, each with what is added to its name, and whether a second column is needed. */
export const NEW_COLUMNS = [
  { id: 'log', kind: 'log', choice: null, ending: '_log', two: false },
  { id: 'growth', kind: 'growth', choice: null, ending: '_grw', two: false },
  { id: 'log-growth', kind: 'log-growth', choice: null, ending: '_dlog', two: false },
  { id: 'difference', kind: 'difference', choice: null, ending: '_diff', two: false },
  { id: 'lag-1', kind: 'lag', choice: '1', ending: '_lag1', two: false },
  { id: 'lag-2', kind: 'lag', choice: '2', ending: '_lag2', two: false },
  { id: 'share-fraction', kind: 'share', choice: 'fraction', ending: '_share', two: true },
  { id: 'share-per-cent', kind: 'share', choice: 'per-cent', ending: '_pct', two: true },
  { id: 'per-1', kind: 'per-capita', choice: '1', ending: '_pc', two: true },
  { id: 'per-1000', kind: 'per-capita', choice: '1000', ending: '_per1000', two: true },
  { id: 'per-10000', kind: 'per-capita', choice: '10000', ending: '_per10000', two: true },
  { id: 'per-100000', kind: 'per-capita', choice: '100000', ending: '_per100000', two: true },
  { id: 'per-1000000', kind: 'per-capita', choice: '1000000', ending: '_per1000000', two: true },
  { id: 'product', kind: 'product', choice: null, ending: '_x', two: true },
] as const;

interface NewColumn {
  id: string;
  of: string;
  by: string;
  name: string;
}

/** What was wrong with the form of a new column. */
export interface NewColumnFault {
  field: 'of' | 'by' | 'name';
  key: 'choose_column' | 'choose_second' | 'bad_name';
}

/** The transformation that the form asks for; null where it asks for none. A column without a name gets one. */
export function newTransformationFrom({ id, of, by, name }: NewColumn): PanelTransformation | NewColumnFault | null {
  const asked = NEW_COLUMNS.find((option) => option.id === id);
  if (!asked) return null;
  if (of === '') return { field: 'of', key: 'choose_column' };
  if (asked.two && by === '') return { field: 'by', key: 'choose_second' };
  const given = name === '' ? `${of}${asked.ending}${asked.kind === 'product' ? `_${by}` : ''}` : name;
  const code = [asked.kind, given, of, ...(asked.two ? [by] : []), ...(asked.choice === null ? [] : [asked.choice])].join('.');
  return transformationFrom(code) ?? { field: 'name', key: 'bad_name' };
}
