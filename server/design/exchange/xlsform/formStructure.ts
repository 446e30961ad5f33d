import type { LocalizedText } from '../../../../survey-definitions/contract/index.js';
import type { ImportNote } from '../importResult.js';
import type { FormRow, FormTable } from './formTable.js';
import { questionTypeOf, type QuestionType } from './questionType.js';

/** Groups inside groups. */
const DEEPEST_GROUP = 20;

/** A row that becomes an item; the groups around it, from the outside, decide with it when it is asked. */
export interface FormQuestion {
  row: FormRow;
  type: Exclude<QuestionType, { is: 'unknown' | 'unsupported' | 'metadata' | 'begin' | 'end' }>;
  /** The rows of the groups around it and its own, where they have a `relevant`. */
  relevant: FormRow[];
}

export interface FormSection {
  /** Null for questions outside every group. */
  row: FormRow | null;
  name: string;
  title: LocalizedText;
  hint: LocalizedText;
  questions: FormQuestion[];
}

export interface FormStructure {
  sections: FormSection[];
  /** Names of rows that the format knows and this platform does not. */
  leftOut: Set<string>;
  notes: ImportNote[];
  faults: ImportNote[];
}

const NO_TEXT: LocalizedText = { kk: '', ru: '', en: '' };
interface OpenGroup {
  is: 'group' | 'repeat';
  row: FormRow;
}

/** Groups become sections; a group inside a group is dissolved in it, and its condition passes to its questions. */
export function structureOf(survey: FormTable): FormStructure {
  const structure: FormStructure = { sections: [], leftOut: new Set(), notes: [], faults: [] };
  const { sections, notes, faults, leftOut } = structure;
  const open: OpenGroup[] = [];
  let outside = false;

  for (const row of survey.rows.filter((each) => each.cell('aleuet::belongs_to') === '')) {
    const type = questionTypeOf(row.cell('type'));
    if (type.is === 'begin') begin(row, type.what);
    else if (type.is === 'end') end(row, type.what);
    else if (type.is === 'unknown') faults.push(said(row, 'xlsform_unknown_type', 'type'));
    else if (type.is === 'metadata') notes.push(said(row, 'xlsform_metadata', 'type'));
    else if (type.is === 'unsupported' || isInRepeat()) leaveOut(row);
    else question(row, type);
  }
  for (const { row } of open) faults.push(said(row, 'xlsform_group_not_closed'));
  return structure;

  function begin(row: FormRow, is: OpenGroup['is']): void {
    if (is === 'repeat' && !isInRepeat()) notes.push(said(row, 'xlsform_repeat'));
    if (is === 'group' && open.length === 0) {
      sections.push({ row, name: row.cell('name'), title: row.text('label'), hint: row.text('hint'), questions: [] });
      outside = false;
    } else if (is === 'group' && !isInRepeat()) notes.push(said(row, 'xlsform_group_dissolved'));
    open.push({ is, row });
    if (open.length === DEEPEST_GROUP + 1) faults.push(said(row, 'xlsform_groups_too_deep', undefined, { limit: DEEPEST_GROUP }));
  }

  function end(row: FormRow, is: OpenGroup['is']): void {
    const closed = open.pop();
    if (closed?.is !== is) faults.push(said(row, 'xlsform_group_not_opened', 'type'));
  }

  function leaveOut(row: FormRow): void {
    leftOut.add(row.cell('name'));
    if (!isInRepeat()) notes.push(said(row, 'xlsform_type_not_carried', 'type', { name: row.cell('name') }));
  }

  function question(row: FormRow, type: FormQuestion['type']): void {
    if (open.length === 0 && !outside) {
      sections.push({ row: null, name: '', title: NO_TEXT, hint: NO_TEXT, questions: [] });
      outside = true;
    }
    const groups = open.slice(0, DEEPEST_GROUP).map((group) => group.row);
    const relevant = [...groups, row].filter((each) => each.cell('relevant') !== '');
    sections.at(-1)?.questions.push({ row, type, relevant });
  }

  function isInRepeat(): boolean {
    return open.some(({ is }) => is === 'repeat');
  }
}

function said(row: FormRow, kind: ImportNote['kind'], field?: string, values: Record<string, string | number> = {}): ImportNote {
  return { place: row.place(field), kind, values: { type: row.cell('type'), ...values } };
}
