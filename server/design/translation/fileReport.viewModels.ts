import { cell, column, type TableCell, type TableModel } from '../../accounts/index.js';
import { languageNames, textsIn, type Language } from '../../i18n/index.js';
import type { DraftRevision } from '../questionnaires/draft.js';
import { contextsOf } from './contexts.js';
import type { FileFault } from './files/fileFault.js';
import type { FileConflict } from './files/merge.js';
import type { TextState } from './textStates.js';

/** More rows than anybody reads; how many there are is said. */
const SHOWN_ROWS = 300;

interface Report {
  table: TableModel;
  /** How many rows are not shown; null for none. */
  more: string | null;
}

export function faultTable(faults: readonly FileFault[], language: Language): Report {
  const t = textsIn(language);
  const columns = [t('designTranslation.col_row'), t('designTranslation.col_column'), t('designTranslation.col_reason')];
  return reportOf(
    columns,
    faults.map((fault) => () => faultRow(fault, language)),
    language,
  );
}

function faultRow(fault: FileFault, language: Language): TableCell[] {
  const t = textsIn(language);
  if ('unreadable' in fault) {
    const { kind, values, place } = fault.unreadable;
    const [row, name] = place.in === 'sheet' ? [place.row, place.column] : [];
    return [rowCell(row ?? null, language), cell(name ?? '–'), cell(t(`designExchange.${kind}`, values))];
  }
  const { row, column: name, kind, values } = fault;
  return [rowCell(row, language), cell(name ?? '–'), cell(t(`designTranslation.fault_${kind}`, values))];
}

function rowCell(row: number | null, language: Language): TableCell {
  return cell(row === null ? textsIn(language)('designTranslation.whole_file') : String(row));
}

export function conflictTable(conflicts: readonly FileConflict[], { definition }: DraftRevision, language: Language): Report {
  const t = textsIn(language);
  const contextOf = contextsOf(definition, language);
  const words = (about: FileConflict['about'], value: string): string => {
    if (about === 'state') return t(`designTranslation.state_${value as TextState}`);
    return value === '' ? t('designTranslation.unwritten') : value;
  };
  const columns = (['row', 'text', 'language', 'draft', 'file'] as const).map((name) => t(`designTranslation.col_${name}`));
  const rows = conflicts.map(({ row, key, language: each, about, draft, file }) => () => [
    rowCell(row, language),
    cell(contextOf(key), { note: key }),
    cell(languageNames[each]),
    cell(words(about, draft)),
    cell(words(about, file)),
  ]);
  return reportOf(columns, rows, language);
}

function reportOf(columns: readonly string[], rows: readonly (() => TableCell[])[], language: Language): Report {
  const hidden = rows.length - SHOWN_ROWS;
  return {
    table: {
      id: 'faults',
      heading: '',
      columns: columns.map((label) => column(label)),
      rows: rows.slice(0, SHOWN_ROWS).map((row) => row()),
      empty: '',
    },
    more: hidden > 0 ? textsIn(language)('designTranslation.more_rows', { n: hidden }) : null,
  };
}
