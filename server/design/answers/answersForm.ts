import {
  ScaleSchema,
  SubstantiveCodeSchema,
  type AnswerOption,
  type Definition,
  type Scale,
} from '../../../survey-definitions/contract/index.js';
import type { FormValues } from '../../accounts/index.js';
import type { FieldFault } from '../../http/fieldFault.js';
import type { Texts } from '../../i18n/index.js';
import { freeId } from '../structure/edits/freeId.js';
import { idFromText } from '../structure/edits/idFromText.js';
import { valueIn } from '../structure/formTexts.js';
import { idFaults } from '../structure/sectionForm.js';
import { takenAnswerIds, type AnswerKind, type AnswerSet } from './answerSets.js';
import { changedRows, nextCode, numberedRows, postedRows, rowsOf, rowValues, type OptionRow } from './optionRows.js';

export const LAYOUTS = ScaleSchema.shape.layout.options;

export type AnswersReading = { set: AnswerSet } | { faults: FieldFault[] };

interface AnswersToRead {
  kind: AnswerKind;
  definition: Definition;
  /** Null for a new scale or list. */
  before: AnswerSet | null;
  t: Texts;
}

/** A scale or list as its form shows it. */
export function answersValues(set: AnswerSet): FormValues {
  return { id: set.id, ...(set.kind === 'scale' && { layout: set.layout }), ...rowValues(rowsOf(set)) };
}

/** What a form makes of a scale or list, after the button of a row has done its work. */
export function readAnswers(values: FormValues, { kind, definition, before, t }: AnswersToRead): AnswersReading {
  const rows = rowsAfter(values, kind);
  const taken = takenAnswerIds(definition, kind);
  if (before) taken.delete(before.id);
  const id = valueIn(values, 'id') || idOfRows(rows, kind, taken);
  const faults = [...codeFaults(rows, t), ...idFaults(id, taken, t), ...stepFaults(values, t)];
  if (faults.length > 0) return { faults };
  if (kind === 'list') return { set: { kind, id, options: rows.map((row) => ({ ...optionOf(row), label: row.label })) } };
  const layout = LAYOUTS.find((each) => each === valueIn(values, 'layout')) ?? 'list';
  const topCodes = rows.filter(({ top }) => top).map(({ code }) => Number(code));
  return { set: { kind, id, layout, options: rows.map((row) => scaleOption(row, layout)), topCodes } };
}

/** Rows in which nothing stands are left out, and a row without a code gets the next one. */
function rowsAfter(values: FormValues, kind: AnswerKind): OptionRow[] {
  const posted = postedRows(values).filter(({ code, label }) => code !== '' || !isEmpty(label));
  const coded = posted.reduce<OptionRow[]>(
    (rows, row) => [...rows, row.code === '' ? { ...row, code: nextCode([...rows, ...posted]) } : row],
    [],
  );
  const deed = valueIn(values, '_do');
  const [first, last] = stepsAsked(values);
  return deed === 'number' && isSteps(first, last) ? numberedRows(coded, first, last) : changedRows(coded, deed, kind);
}

function optionOf({ code, specify, name }: OptionRow): Omit<AnswerOption, 'label'> {
  return { code: Number(code), ...(specify && { text: true as const }), ...(name !== '' && { name }) };
}

/** Only a step that is shown by its number may go without words. */
function scaleOption(row: OptionRow, layout: Scale['layout']): AnswerOption {
  return layout !== 'list' && isEmpty(row.label) ? optionOf(row) : { ...optionOf(row), label: row.label };
}

function isEmpty({ kk, ru, en }: OptionRow['label']): boolean {
  return kk === '' && ru === '' && en === '';
}

function codeFaults(rows: OptionRow[], t: Texts): FieldFault[] {
  const codes = rows.map(({ code }) => code);
  return codes.flatMap((code, at) => {
    const known = /^\d+$/.test(code) && SubstantiveCodeSchema.safeParse(Number(code)).success;
    const key = !known ? 'error_code' : codes.indexOf(code) < at ? 'error_code_twice' : null;
    return key === null ? [] : [{ field: `code.${at}`, message: t(`designStructure.${key}`, { code }) }];
  });
}

const MOST_STEPS = 101;

function stepsAsked(values: FormValues): [number, number] {
  return [Number(valueIn(values, '_first') || Number.NaN), Number(valueIn(values, '_last') || Number.NaN)];
}

function isSteps(first: number, last: number): boolean {
  return (
    Number.isInteger(first) && Number.isInteger(last) && first >= 0 && first < last && last - first < MOST_STEPS && last <= 9999
  );
}

function stepFaults(values: FormValues, t: Texts): FieldFault[] {
  if (valueIn(values, '_do') !== 'number' || isSteps(...stepsAsked(values))) return [];
  return [{ field: '_first', message: t('designStructure.error_steps') }];
}

function idOfRows(rows: OptionRow[], kind: AnswerKind, taken: ReadonlySet<string>): string {
  const [first] = rows;
  return first && !isEmpty(first.label) ? idFromText(first.label, kind, taken) : freeId(kind, taken);
}
