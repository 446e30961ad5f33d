import {
  answerSchemaFor,
  isQuestion,
  optionsOf,
  type Answers,
  type AnswerValue,
  type Definition,
  type Item,
  type Question,
} from '../../survey-definitions/contract/index.js';
import { choosesText } from './answerCheck.js';

/** The fields of a posted form: item id, `<id>.special`, `<id>.rank.<code>`, `<id>__text`. */
export type FormFields = Record<string, string | string[] | undefined>;

export type QuestionFaultReason = 'needed' | 'both' | 'not-possible' | 'too-many' | 'ranking' | 'text-needed' | 'text-too-long';

export interface QuestionFault {
  item: Question;
  reason: QuestionFaultReason;
}

export interface PageReading {
  /** Valid answers of the page, to be saved in any case. */
  answers: Answers;
  faults: QuestionFault[];
}

export const MAX_OTHER_TEXT = 500;

/** Reads the answers of one page: what is valid and what is wrong, question by question. */
export function readPage(definition: Definition, items: readonly Item[], fields: FormFields): PageReading {
  const reading: PageReading = { answers: {}, faults: [] };
  for (const item of items) if (isQuestion(item)) readQuestion(definition, item, fields, reading);
  return reading;
}

function readQuestion(definition: Definition, item: Question, fields: FormFields, reading: PageReading): void {
  const special = numberIn(single(fields[`${item.id}.special`]));
  if (typeof special === 'object' && !(item.special as AnswerValue[]).includes(special.value))
    return void reading.faults.push({ item, reason: 'not-possible' });
  const entered = enteredValue(definition, item, fields);
  if (entered !== undefined && special !== undefined) return void reading.faults.push({ item, reason: 'both' });
  const value = special ?? entered;
  if (value === undefined) return void reading.faults.push({ item, reason: 'needed' });
  const parsed = value === 'unreadable' ? null : answerSchemaFor(definition, item).safeParse(value.value);
  if (!parsed?.success) return void reading.faults.push({ item, reason: impossibility(item, value) });
  const text = readOtherText(definition, item, { [item.id]: parsed.data }, fields);
  if (typeof text === 'object') Object.assign(reading.answers, { [item.id]: parsed.data }, text);
  else reading.faults.push({ item, reason: text });
}

/** Something entered, and whether it can be read at all. */
type Entered = { value: AnswerValue } | 'unreadable' | undefined;

function enteredValue(definition: Definition, item: Question, fields: FormFields): Entered {
  const text = single(fields[item.id]).trim();
  switch (item.type) {
    case 'single':
    case 'scale':
      return text === '' ? undefined : (numberIn(text) ?? 'unreadable');
    case 'integer':
    case 'decimal':
      // A minus would be read as the code of a special answer.
      return text.startsWith('-') ? 'unreadable' : numberIn(text.replace(/[\s\u00a0]/g, '').replace(',', '.'));
    case 'text':
    case 'date':
      return text === '' ? undefined : { value: text };
    case 'multiple': {
      const codes = [fields[item.id] ?? []].flat().map((code) => numberIn(code));
      if (codes.length === 0) return undefined;
      const known = codes.flatMap((code) => (code === undefined || code === 'unreadable' ? [] : [Number(code.value)]));
      return known.length < codes.length ? 'unreadable' : { value: known.sort((a, b) => a - b) };
    }
    case 'ranking':
      return enteredRanking(definition, item, fields);
  }
}

/** Each option has a select with its rank; the answer is the codes in the order of their ranks. */
function enteredRanking(definition: Definition, item: Question, fields: FormFields): Entered {
  const ranks = optionsOf(definition, item).map(({ code }) => ({ code, rank: single(fields[`${item.id}.rank.${code}`]) }));
  if (ranks.every(({ rank }) => rank === '')) return undefined;
  const inOrder = ranks.map((_, at) => ranks.find(({ rank }) => rank === String(at + 1))?.code);
  return inOrder.every((code) => code !== undefined) ? { value: inOrder } : 'unreadable';
}

/** The text of "other, please specify" where that is chosen: the answer to it, or what is wrong with it. */
function readOtherText(
  definition: Definition,
  item: Question,
  answer: Answers,
  fields: FormFields,
): Answers | QuestionFaultReason {
  if (!choosesText(definition, item, answer)) return {};
  const text = single(fields[`${item.id}__text`]).trim();
  if (text === '') return 'text-needed';
  return text.length > MAX_OTHER_TEXT ? 'text-too-long' : { [`${item.id}__text`]: text };
}

function impossibility(item: Question, value: Exclude<Entered, undefined>): QuestionFaultReason {
  if (item.type === 'ranking') return 'ranking';
  if (item.type === 'text') return 'text-too-long';
  if (item.type === 'multiple' && value !== 'unreadable') return 'too-many';
  return 'not-possible';
}

function numberIn(text: string): Entered {
  if (text === '') return undefined;
  return /^-?\d+(\.\d+)?$/.test(text) ? { value: Number(text) } : 'unreadable';
}

function single(field: string | string[] | undefined): string {
  return (Array.isArray(field) ? field[0] : field) ?? '';
}

/** Stored answers as the form shows them: reading the form again gives the same answers. */
export function formFieldsOf(items: readonly Item[], answers: Answers): FormFields {
  const fields: FormFields = {};
  for (const item of items) {
    const value = answers[item.id];
    if (value === undefined || item.type === 'note') continue;
    const inOwnField = item.type === 'single' || item.type === 'scale';
    if (typeof value === 'number' && value < 0 && !inOwnField) fields[`${item.id}.special`] = String(value);
    else if (!Array.isArray(value)) fields[item.id] = String(value);
    else if (item.type === 'ranking') value.forEach((code, at) => (fields[`${item.id}.rank.${code}`] = String(at + 1)));
    else fields[item.id] = value.map(String);
    const text = answers[`${item.id}__text`];
    if (typeof text === 'string') fields[`${item.id}__text`] = text;
  }
  return fields;
}
