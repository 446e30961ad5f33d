import { textsIn, type Language } from '../../i18n/index.js';
import type { DraftRevision } from '../questionnaires/draft.js';
import { draftAddress } from '../places.js';
import { keyOf, type Collection, type Member } from './collections.js';

interface OrderedCell {
  lines: string[];
  note: string | null;
}

/** A list whose members have a page each and can be moved: `components/designOrder` with `{ order }`. */
export interface OrderedTable {
  id: string;
  heading: string;
  explanation: string;
  columns: string[];
  rows: { href: string; cells: [OrderedCell, ...OrderedCell[]]; moves: { value: string; label: string; sign: string }[] }[];
  empty: string;
  movesLabel: string;
  add: { label: string; href: string }[];
  action: string;
  revision: number;
}

export function orderedCell(lines: string | string[], note: string | null = null): OrderedCell {
  return { lines: [lines].flat(), note };
}

interface TableMaterial<Key extends Collection> {
  draft: DraftRevision;
  language: Language;
  collection: Key;
  list: 'indicators' | 'rules';
  segment: string;
  heading: string;
  explanation: string;
  columns: string[];
  empty: string;
  cells: (member: Member<Key>, at: number) => [OrderedCell, ...OrderedCell[]];
  add: { label: string; query?: string }[];
}

export function orderedTable<Key extends Collection>(material: TableMaterial<Key>): OrderedTable {
  const { draft, language, collection, list, segment, cells, add, heading, explanation, columns, empty } = material;
  const t = textsIn(language);
  const address = draftAddress(draft.questionnaire);
  const members = draft.definition[collection] as Member<Key>[];
  return {
    id: collection,
    heading,
    explanation,
    columns,
    rows: members.map((member, at) => {
      const key = keyOf(member, at);
      const directions = [...(at > 0 ? (['up'] as const) : []), ...(at < members.length - 1 ? (['down'] as const) : [])];
      const moves = directions.map((direction) => ({
        value: `${direction}.${collection}.${key}`,
        label: t(`designMeasurement.move_${direction}`, { name: cells(member, at)[0].lines.join(' ') }),
        sign: direction === 'up' ? '↑' : '↓',
      }));
      return { href: `${address}/${segment}/${key}`, cells: cells(member, at), moves };
    }),
    empty,
    movesLabel: t('designMeasurement.order'),
    add: add.map(({ label, query = '' }) => ({ label, href: `${address}/${segment}/_new${query}` })),
    action: `${address}/${list}`,
    revision: draft.revision,
  };
}
