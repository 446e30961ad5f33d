import {
  answersThatCount,
  answerSchemaFor,
  endingOf,
  isAsked,
  itemsOf,
  optionsOf,
  questionsInOrder,
  type Answers,
  type AnswerValue,
  type Definition,
  type Question,
} from '../../../survey-definitions/contract/index.js';
import type { FormValues } from '../../accounts/index.js';
import { choosesText, hasScoredAnswer } from '../answerCheck.js';
import { MAX_OTHER_TEXT } from '../questionForm.js';

/** Why a typed form cannot be kept; the reason without an item is about the whole form. */
export type PaperFault = { item: Question; reason: 'impossible' | 'needed' } | { item: null; reason: 'nothing-scored' };

export interface PaperReading {
  answers: Answers;
  faults: PaperFault[];
}

/** What is typed can be no number at all. */
const UNREADABLE = Symbol('unreadable');
type Typed = AnswerValue | undefined | typeof UNREADABLE;

/**
 * Reads a typed form: a code for one answer, codes parted by spaces for several, a place for each option of a ranking,
 * a special code wherever the question offers it. An empty field is no answer, which paper permits everywhere but where
 * the questionnaire could have ended.
 */
export function readPaperFields(definition: Definition, values: FormValues): PaperReading {
  const reading: PaperReading = { answers: {}, faults: [] };
  for (const item of questionsInOrder(definition)) {
    const typed = typedValue(definition, item, values);
    if (typed === undefined) continue;
    const parsed = typed === UNREADABLE ? null : answerSchemaFor(definition, item).safeParse(typed);
    if (!parsed?.success) {
      reading.faults.push({ item, reason: 'impossible' });
      continue;
    }
    reading.answers[item.id] = parsed.data;
    const text = one(values, `${item.id}__text`).slice(0, MAX_OTHER_TEXT);
    if (text !== '' && choosesText(definition, item, reading.answers)) reading.answers[`${item.id}__text`] = text;
  }
  return { ...reading, faults: [...reading.faults, ...missingFaults(definition, reading)] };
}

function missingFaults(definition: Definition, { answers, faults }: PaperReading): PaperFault[] {
  const counted = answersThatCount(definition, answers);
  if (endingOf(definition, counted) !== undefined) return [];
  const decisive = new Set(definition.endings.flatMap(({ when }) => itemsOf(when)));
  const faulty = new Set(faults.map(({ item }) => item?.id));
  const missing = questionsInOrder(definition).filter(
    (item) => decisive.has(item.id) && isAsked(item, counted) && counted[item.id] === undefined && !faulty.has(item.id),
  );
  return [
    ...missing.map((item): PaperFault => ({ item, reason: 'needed' })),
    ...(hasScoredAnswer(definition, counted) ? [] : [{ item: null, reason: 'nothing-scored' } as const]),
  ];
}

function typedValue(definition: Definition, item: Question, values: FormValues): Typed {
  const text = one(values, item.id);
  const special = /^[-−–]\d+$/.test(text) ? numberFrom(text) : undefined;
  if (special !== undefined) return special;
  switch (item.type) {
    case 'single':
    case 'scale':
      return text === '' ? undefined : numberFrom(text);
    case 'integer':
    case 'decimal':
      return text === '' ? undefined : numberFrom(text.replace(/[\s\u00a0]/g, '').replace(',', '.'));
    case 'text':
      return text === '' ? undefined : text;
    case 'date':
      return text === '' ? undefined : (isoDateFrom(text) ?? UNREADABLE);
    case 'multiple':
      return text === '' ? undefined : severalCodes(text);
    case 'ranking':
      return rankedCodes(definition, item, values);
  }
}

function numberFrom(text: string): number | typeof UNREADABLE {
  const plain = text.replace(/^[−–]/, '-');
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : UNREADABLE;
}

function severalCodes(text: string): number[] | typeof UNREADABLE {
  const parts = text.split(/[\s,;]+/).filter((part) => part !== '');
  const codes = parts.map(numberFrom).filter((code) => code !== UNREADABLE);
  return codes.length < parts.length ? UNREADABLE : [...new Set(codes)].sort((a, b) => a - b);
}

/** As on the paper: beside each option its place. */
function rankedCodes(definition: Definition, item: Question, values: FormValues): Typed {
  const places = optionsOf(definition, item).map(({ code }) => ({ code, place: one(values, `${item.id}.rank.${code}`) }));
  if (places.every(({ place }) => place === '')) return undefined;
  const inOrder = places.flatMap((_, at) => places.filter(({ place }) => place === String(at + 1)).map(({ code }) => code));
  return inOrder.length === places.length ? inOrder : UNREADABLE;
}

/** A day as it is written by hand, `05.11.2026`, or as computers write it. */
export function isoDateFrom(text: string): string | null {
  const written = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/.exec(text.trim());
  const iso = written ? `${written[3]}-${written[2]?.padStart(2, '0')}-${written[1]?.padStart(2, '0')}` : text.trim();
  const day = /^\d{4}-\d{2}-\d{2}$/.test(iso) ? new Date(`${iso}T00:00:00Z`) : null;
  return day && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(iso) ? iso : null;
}

function one(values: FormValues, name: string): string {
  return ([values[name] ?? ''].flat()[0] ?? '').trim();
}
