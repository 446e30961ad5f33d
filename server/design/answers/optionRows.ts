import type { LocalizedText } from '../../../survey-definitions/contract/index.js';
import type { FormValues } from '../../accounts/index.js';
import { textFrom, textValues, valueIn } from '../structure/formTexts.js';
import type { AnswerSet } from './answerSets.js';

/** One answer as its row in a form shows it. */
export interface OptionRow {
  /** As typed. */
  code: string;
  label: LocalizedText;
  /** "Other, please specify". */
  specify: boolean;
  /** Counts as "satisfied". */
  top: boolean;
  /** What files of other programs call it; empty for none. */
  name: string;
}

export const EMPTY_ROW: OptionRow = { code: '', label: { kk: '', ru: '', en: '' }, specify: false, top: false, name: '' };

/** More rows than any list has; a forged form cannot ask for more. */
const MOST_ROWS = 200;

export function rowsOf(set: AnswerSet): OptionRow[] {
  const topCodes = set.kind === 'scale' ? set.topCodes : [];
  return set.options.map(({ code, label = EMPTY_ROW.label, text, name = '' }) => ({
    code: String(code),
    label,
    specify: text === true,
    top: topCodes.includes(code),
    name,
  }));
}

/** The rows as fields of a form: `code.0`, `label.0.kk`, `specify.0`, `top.0` … */
export function rowValues(rows: readonly OptionRow[]): FormValues {
  const fields = rows.map(({ code, label, specify, top, name }, at) => ({
    [`code.${at}`]: code,
    ...textValues(`label.${at}`, label),
    ...(specify && { [`specify.${at}`]: '1' }),
    ...(top && { [`top.${at}`]: '1' }),
    ...(name !== '' && { [`name.${at}`]: name }),
  }));
  return Object.assign({}, ...fields) as FormValues;
}

export function postedRows(values: FormValues): OptionRow[] {
  const rows: OptionRow[] = [];
  while (rows.length < MOST_ROWS && values[`code.${rows.length}`] !== undefined) {
    const at = rows.length;
    rows.push({
      code: valueIn(values, `code.${at}`),
      label: textFrom(values, `label.${at}`),
      specify: values[`specify.${at}`] !== undefined,
      top: values[`top.${at}`] !== undefined,
      name: valueIn(values, `name.${at}`),
    });
  }
  return rows;
}

/** What the buttons of the rows do: `add-row`, `up-3`, `down-3`, `remove-3`; any other word leaves the rows as they are. */
export function changedRows(rows: readonly OptionRow[], deed: string, kind: AnswerSet['kind']): OptionRow[] {
  if (deed === 'add-row') return [...rows, { ...EMPTY_ROW, code: nextCode(rows) }];
  const [name = '', place = ''] = deed.split('-');
  const at = Number(place);
  const row = rows[at];
  if (row === undefined || place === '') return [...rows];
  if (name === 'remove') return rows.toSpliced(at, 1);
  const to = name === 'up' ? at - 1 : name === 'down' ? at + 1 : at;
  if (to < 0 || to >= rows.length) return [...rows];
  const moved = rows.toSpliced(at, 1).toSpliced(to, 0, row);
  return kind === 'scale' ? moved.map((each, position) => ({ ...each, code: rows[position]?.code ?? '' })) : moved;
}

/** One more than the highest code. */
export function nextCode(rows: readonly OptionRow[]): string {
  const codes = rows.map(({ code }) => Number(code)).filter((code) => Number.isInteger(code));
  return String(Math.max(0, ...codes) + 1);
}

/** Steps from one number to another; those that stood before keep their words. */
export function numberedRows(rows: readonly OptionRow[], first: number, last: number): OptionRow[] {
  return Array.from({ length: last - first + 1 }, (_, at) => String(first + at)).map(
    (code) => rows.find((row) => row.code === code) ?? { ...EMPTY_ROW, code },
  );
}
