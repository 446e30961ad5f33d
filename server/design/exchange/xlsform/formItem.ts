import { OfferedSpecialCodeSchema, type Item, type OfferedSpecialCode } from '../../../../survey-definitions/contract/index.js';
import type { ImportNote } from '../importResult.js';
import type { FormAnswers } from './formAnswers.js';
import { boundsOf } from './formBounds.js';
import { baseList } from './formLists.js';
import type { FormQuestion } from './formStructure.js';
import type { FormRow } from './formTable.js';
import { wordingFrom } from './formWording.js';

/** What a form may leave open and a questionnaire has to say. */
const UNSAID = { max: 999_999, maxLength: 1_000, decimals: 2 };
const LONGEST_TEXT = 5_000;
const MOST_DECIMALS = 6;
const SCALE_LIST = '__scale';
const REQUIRED = /^(yes|true|true\(\)|1)$/i;

export interface ItemReading {
  id: string;
  answers: FormAnswers;
  own: boolean;
  notes: ImportNote[];
  faults: ImportNote[];
}

/** The item that a row describes, without its condition; null where it is at fault. */
export function itemFrom(question: FormQuestion, reading: ItemReading): Item | null {
  const { row, type } = question;
  const wording = wordingFrom(row, reading.id);
  if (type.is === 'note') return { type: 'note', ...wording };
  const common = { ...wording, special: specialIn(row, reading.own) };
  switch (type.is) {
    case 'select_one':
    case 'select_multiple':
    case 'rank': {
      const list = listOf(question, type, reading);
      return list && choiceItem(question, common, list, reading);
    }
    case 'range':
      return rangeItem(question, common, reading);
    case 'integer':
    case 'decimal':
      return { type: type.is, ...common, ...numberBounds(question, reading) } as Item;
    case 'text': {
      const { maxLength = UNSAID.maxLength } = boundsOf(question, ['maxLength'], reading.notes);
      return { type: 'text', ...common, maxLength: Math.min(maxLength, LONGEST_TEXT) };
    }
    case 'date': {
      const { min, max } = boundsOf(question, ['min', 'max'], reading.notes);
      return {
        type: 'date',
        ...common,
        ...(min === undefined ? {} : { min: String(min) }),
        ...(max === undefined ? {} : { max: String(max) }),
      };
    }
  }
}

type Common = ReturnType<typeof wordingFrom> & { special: OfferedSpecialCode[] };
interface ListPlace {
  id: string;
  kind: 'list' | 'scale';
}

function listOf(
  { row }: FormQuestion,
  { list, orOther }: { list: string; orOther: boolean },
  { answers, own, faults }: ItemReading,
): ListPlace | null {
  const name = own ? baseList(list) : list;
  const found = answers.find(name);
  if (found) return orOther ? answers.withOther(name) : found;
  if (own)
    return name.endsWith(SCALE_LIST) ? { id: name.slice(0, -SCALE_LIST.length), kind: 'scale' } : { id: name, kind: 'list' };
  faults.push({ place: row.place('type'), kind: 'xlsform_no_list', values: { list } });
  return null;
}

function choiceItem(question: FormQuestion, common: Common, { id, kind }: ListPlace, { notes }: ItemReading): Item {
  const { row, type } = question;
  if (row.cell('choice_filter') !== '')
    notes.push({ place: row.place('choice_filter'), kind: 'xlsform_choice_filter', values: {} });
  if (type.is === 'rank') return { type: 'ranking', ...common, list: id };
  if (type.is === 'select_multiple') {
    const { maxChoices } = boundsOf(question, ['maxChoices'], notes);
    return { type: 'multiple', ...common, list: id, ...(maxChoices === undefined ? {} : { maxChoices }) };
  }
  boundsOf(question, [], notes);
  return kind === 'scale' ? { type: 'scale', ...common, scale: id } : { type: 'single', ...common, list: id };
}

/** `start=0 end=10 step=1`: the numbers of a scale; otherwise a number to type in. */
function rangeItem({ row }: FormQuestion, common: Common, { answers, notes }: ItemReading): Item {
  const parameters = new Map(
    [...row.cell('parameters').matchAll(/(\w+)\s*=\s*(-?[\d.]+)/g)].map(([, name = '', value]) => [name, Number(value)]),
  );
  const [start, end, step] = [parameters.get('start') ?? 1, parameters.get('end') ?? 10, parameters.get('step') ?? 1];
  const scale = answers.range(start, end, step);
  if (scale !== null) return { type: 'scale', ...common, scale };
  notes.push({ place: row.place('parameters'), kind: 'xlsform_range_as_number', values: { start, end, step } });
  const bounds = { min: Math.max(0, start), max: Math.max(0, end) };
  if ([start, end, step].every(Number.isInteger)) return { type: 'integer', ...common, ...bounds };
  return { type: 'decimal', ...common, ...bounds, decimals: UNSAID.decimals };
}

function numberBounds(question: FormQuestion, { notes }: ItemReading): { min: number; max: number; decimals?: number } {
  const { row, type } = question;
  const whole = type.is === 'integer';
  const { min = 0, max = UNSAID.max } = boundsOf(question, ['min', 'max'], notes) as { min?: number; max?: number };
  if (min < 0) notes.push({ place: row.place('constraint'), kind: 'xlsform_negative_number', values: { min } });
  const bounds = { min: Math.max(0, whole ? Math.ceil(min) : min), max: Math.max(0, whole ? Math.floor(max) : max) };
  const decimals = Number(row.cell('aleuet::decimals') || UNSAID.decimals);
  return whole ? bounds : { ...bounds, decimals: Math.min(MOST_DECIMALS, Math.max(1, Math.trunc(decimals) || 1)) };
}

/** A question that may be left out offers "prefer not to answer"; own files say which special answers they offer. */
function specialIn(row: FormRow, own: boolean): OfferedSpecialCode[] {
  const said = own ? row.cell('aleuet::special') : '';
  if (said === 'none') return [];
  const codes = said
    .split(' ')
    .flatMap((code) => OfferedSpecialCodeSchema.safeParse(code === '' ? null : Number(code)).data ?? []);
  if (codes.length > 0) return codes;
  return REQUIRED.test(row.cell('required')) ? [] : [-2];
}
