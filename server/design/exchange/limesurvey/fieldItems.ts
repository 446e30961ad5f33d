import { z } from 'zod';
import { settingOf, specialOf, wordingOf, type Carrier } from './carrier.js';
import type { ItemsOf } from './choiceItems.js';
import type { LssQuestion } from './questions.js';
import { common, rowsOf } from './rowItems.js';

/** What LimeSurvey may leave open and a questionnaire has to say. */
const LARGEST = 999_999;
const LARGEST_BOUND = 1_000_000_000_000;
const DECIMALS = 2;
const LONGEST_TEXT = 5_000;
const USUAL_LENGTH: Record<string, number> = { S: 255, Q: 255, T: 2_000, U: LONGEST_TEXT };
const NO_CODES = new Map<string, number>();

export const number: ItemsOf = (question, carrier) => [
  {
    item: {
      ...numberType(question, carrier),
      ...carrier.named(question.code),
      ...wordingOf(question, carrier),
      ...specialOf(question),
    },
    codes: NO_CODES,
  },
];

export const numbers: ItemsOf = (question, carrier) => {
  const type = numberType(question, carrier);
  return rowsOf(question).map((part) => ({ item: { ...type, ...common(question, part, carrier) }, codes: NO_CODES, part }));
};

export const text: ItemsOf = (question, carrier) => [
  {
    item: { ...textType(question), ...carrier.named(question.code), ...wordingOf(question, carrier), ...specialOf(question) },
    codes: NO_CODES,
  },
];

export const texts: ItemsOf = (question, carrier) =>
  rowsOf(question).map((part) => ({
    item: { ...textType(question), ...common(question, part, carrier) },
    codes: NO_CODES,
    part,
  }));

export const date: ItemsOf = (question, carrier) => {
  if (/[HhGgi]/.test(settingOf(question, 'date_format'))) carrier.note('lss_time');
  const min = dayIn(settingOf(question, 'date_min'), '01-01', carrier);
  const max = dayIn(settingOf(question, 'date_max'), '12-31', carrier);
  const item = {
    type: 'date',
    ...carrier.named(question.code),
    ...wordingOf(question, carrier),
    ...specialOf(question),
    ...(min === null ? {} : { min }),
    ...(max === null ? {} : { max }),
  } as const;
  return [{ item, codes: NO_CODES }];
};

export const note: ItemsOf = (question, carrier) => [
  { item: { type: 'note', ...carrier.named(question.code), ...wordingOf(question, carrier) }, codes: NO_CODES },
];

function numberType(question: LssQuestion, carrier: Carrier) {
  const whole = settingOf(question, 'num_value_int_only') === '1';
  const min = boundIn(settingOf(question, 'min_num_value_n'), 0, carrier);
  const max = boundIn(settingOf(question, 'max_num_value_n'), LARGEST, carrier);
  return whole
    ? ({ type: 'integer', min: Math.ceil(min), max: Math.floor(max) } as const)
    : ({ type: 'decimal', min, max, decimals: DECIMALS } as const);
}

/** A bound may be an equation, and numbers here are never negative. */
function boundIn(setting: string, usual: number, carrier: Carrier): number {
  if (setting === '') return usual;
  const bound = Number(setting.replace(',', '.'));
  if (bound >= 0 && bound <= LARGEST_BOUND) return bound;
  carrier.note('lss_bound', { bound: setting });
  return usual;
}

function textType(question: LssQuestion) {
  const wanted = Number(settingOf(question, 'maximum_chars'));
  const maxLength =
    Number.isInteger(wanted) && wanted > 0 ? Math.min(wanted, LONGEST_TEXT) : (USUAL_LENGTH[question.type] ?? LONGEST_TEXT);
  return { type: 'text', maxLength } as const;
}

function dayIn(setting: string, dayOfYear: string, carrier: Carrier): string | null {
  if (setting === '') return null;
  if (/^\d{4}$/.test(setting)) return `${setting}-${dayOfYear}`;
  if (z.iso.date().safeParse(setting).success) return setting;
  carrier.note('lss_bound', { bound: setting });
  return null;
}
