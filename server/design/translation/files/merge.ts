import {
  LANGUAGES,
  PLACEHOLDERS,
  placeholdersIn,
  type Language,
  type LocalizedText,
} from '../../../../survey-definitions/contract/index.js';
import { cleanText } from '../cleanText.js';
import type { TextChange } from '../textChanges.js';
import type { StateOf, TextState } from '../textStates.js';
import type { ConflictWay } from '../translation.requests.js';
import { statusColumn } from './columns.js';
import { printOf } from '../exportMark.js';
import { faultAt, type FileFault } from './fileFault.js';
import type { TextRow } from './textRows.js';

/** A text, or what is said of it, that somebody changed in the draft while the file was out, and the file too. */
export interface FileConflict {
  row: number;
  key: string;
  language: Language;
  about: 'text' | 'state';
  draft: string;
  file: string;
}

export interface Merged {
  changes: TextChange[];
  conflicts: FileConflict[];
  faults: FileFault[];
  /** Empty cells of texts that the draft has; they stay as they are. */
  left: number;
}

interface Draft {
  texts: ReadonlyMap<string, LocalizedText>;
  stateOf: StateOf;
}

/**
 * Brings the rows of a file together with the draft as it stands now. What only one side changed since the file left is
 * taken from that side; what both changed is a conflict, and `way` says who wins: nobody yet, the draft or the file.
 */
export function merge(rows: readonly TextRow[], draft: Draft, way: ConflictWay): Merged {
  const merged: Merged = { changes: [], conflicts: [], faults: [], left: 0 };
  for (const row of rows) {
    const text = draft.texts.get(row.key);
    if (text === undefined) continue;
    const current = { kk: cleanText(text.kk), ru: cleanText(text.ru), en: cleanText(text.en) };
    const change: TextChange = { key: row.key, texts: {}, states: {} };
    mergeTexts(row, current, way, { change, merged });
    mergeStates(row, current, draft.stateOf, way, { change, merged });
    merged.faults.push(...faultsOf(row, current, change));
    if (Object.keys(change.texts).length + Object.keys(change.states).length > 0) merged.changes.push(change);
  }
  return merged;
}

interface Into {
  change: TextChange;
  merged: Merged;
}

function mergeTexts(row: TextRow, current: LocalizedText, way: ConflictWay, { change, merged }: Into): void {
  for (const language of LANGUAGES) {
    const [file, draft] = [row.texts[language], current[language]];
    if (file === '' && draft !== '') merged.left += 1;
    if (file === '' || file === draft || isAsExported(row, language, file)) continue;
    if (!isAsExported(row, language, draft)) {
      merged.conflicts.push({ row: row.row, key: row.key, language, about: 'text', draft, file });
      if (way !== 'take') continue;
    }
    change.texts[language] = file;
  }
}

/** Is this text the one that left with the file? Of a row that never left it is the missing one. */
function isAsExported({ key, mark }: TextRow, language: Language, text: string): boolean {
  return mark === null ? text === '' : mark.prints[language] === printOf(key, language, text);
}

/** What the file says of a text holds only for the texts that stand in the file. */
function mergeStates(row: TextRow, current: LocalizedText, stateOf: StateOf, way: ConflictWay, { change, merged }: Into): void {
  const moved = LANGUAGES.some((each) => {
    const [file, final] = [row.texts[each], change.texts[each] ?? current[each]];
    return file !== final && !isAsExported(row, each, final);
  });
  for (const language of LANGUAGES) {
    const draft = stateOf(row.key, language);
    const before = row.mark?.states[language] ?? draft;
    const file = row.states[language] ?? before;
    if (file === before || (file === draft && !moved)) continue;
    if (moved || (draft !== before && draft !== file)) {
      merged.conflicts.push({ row: row.row, key: row.key, language, about: 'state', draft, file });
      if (way !== 'take') continue;
    }
    change.states[language] = file;
  }
}

function faultsOf(row: TextRow, current: LocalizedText, change: TextChange): FileFault[] {
  const final = { ...current, ...change.texts };
  return LANGUAGES.flatMap((language) => {
    const state: TextState | undefined = change.states[language];
    const unwritten = state !== undefined && state !== 'draft' && final[language] === '';
    return [
      ...(unwritten ? [faultAt(row.row, statusColumn(language), 'status_without_text')] : []),
      ...(change.texts[language] === undefined ? [] : placeholderFaults(row, language, current)),
    ];
  });
}

/** A translation keeps the placeholders that the text has in the draft; a text that is new there, those of its own row. */
function placeholderFaults({ row, texts }: TextRow, language: Language, current: LocalizedText): FileFault[] {
  const known = (text: LocalizedText): string[] =>
    PLACEHOLDERS.filter((name) => LANGUAGES.some((each) => placeholdersIn(text[each]).includes(name)));
  const expected = known(LANGUAGES.some((each) => current[each] !== '') ? current : texts);
  const found = placeholdersIn(texts[language]);
  const inWords = (names: readonly string[]) => names.map((name) => `{${name}}`).join(', ');
  const lost = expected.filter((name) => !found.includes(name));
  const added = found.filter((name) => !expected.includes(name));
  return [
    ...(lost.length > 0 ? [faultAt(row, language, 'placeholder_lost', { placeholders: inWords(lost) })] : []),
    ...(added.length > 0 ? [faultAt(row, language, 'placeholder_added', { placeholders: inWords(added) })] : []),
  ];
}
