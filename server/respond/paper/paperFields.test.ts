import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  optionsOf,
  questionsInOrder,
  type Answers,
  type AnswerValue,
  type Question,
} from '../../../survey-definitions/contract/index.js';
import { residents } from '../../../test/definitions/builtIn.js';
import { everyItemType } from '../../../test/support/everyItemType.js';
import type { FormValues } from '../../accounts/index.js';
import { isoDateFrom, readPaperFields } from './paperFields.js';

const definition = everyItemType();

/** Any answer that a form can hold. */
function arbitraryAnswer(item: Question): fc.Arbitrary<AnswerValue> {
  const codes = optionsOf(definition, item).map(({ code }) => code);
  const special = fc.constantFrom<AnswerValue>(...item.special);
  switch (item.type) {
    case 'integer':
      return fc.oneof(fc.integer({ min: item.min, max: item.max }), special);
    case 'decimal':
      return fc.oneof(
        fc.integer({ min: item.min * 10, max: item.max * 10 }).map((tenths) => tenths / 10),
        special,
      );
    case 'text':
      return fc.oneof(fc.constantFrom('трава; "лес"', 'Өзен', '12 км'), special);
    case 'date':
      return fc.oneof(fc.constantFrom('1999-05-04', '2026-12-31', '1950-01-01'), special);
    case 'multiple':
      return fc.oneof(fc.subarray(codes, { minLength: 1, maxLength: item.maxChoices ?? codes.length }), special);
    case 'ranking':
      return fc.oneof(fc.shuffledSubarray(codes, { minLength: codes.length, maxLength: codes.length }), special);
    default:
      return fc.oneof(fc.constantFrom<AnswerValue>(...codes), special);
  }
}

const arbitraryAnswers = fc.record(
  Object.fromEntries(questionsInOrder(definition).map((item) => [item.id, arbitraryAnswer(item)])),
  { requiredKeys: ['opinion'] },
) as fc.Arbitrary<Answers>;

/** As a typist types them. */
function typed(answers: Answers): FormValues {
  const values: FormValues = {};
  for (const item of questionsInOrder(definition)) {
    const value = answers[item.id];
    if (value === undefined) continue;
    if (Array.isArray(value) && item.type === 'ranking')
      for (const [at, code] of value.entries()) values[`${item.id}.rank.${code}`] = String(at + 1);
    else if (Array.isArray(value)) values[item.id] = value.toReversed().join(', ');
    else if (item.type === 'date' && typeof value === 'string') values[item.id] = value.split('-').toReversed().join('.');
    else
      values[item.id] = String(value)
        .replace('.', item.type === 'decimal' ? ',' : '.')
        .replace(/^-/, '−');
  }
  return values;
}

describe('a typed form', () => {
  it('is read as what the paper says, for every kind of question', () => {
    fc.assert(
      fc.property(arbitraryAnswers, (answers) => {
        const { answers: read, faults } = readPaperFields(definition, typed(answers));
        expect(read).toEqual(answers);
        expect(faults.filter(({ reason }) => reason === 'impossible')).toEqual([]);
      }),
    );
  });

  it('keeps the text of "other" only where "other" is marked', () => {
    const read = (way: string) => readPaperFields(definition, { way, way__text: ' by horse ', opinion: '1' }).answers;
    expect(read('9')).toMatchObject({ way: 9, way__text: 'by horse' });
    expect(read('1')).not.toHaveProperty('way__text');
  });

  it.each([
    ['opinion', '4'],
    ['opinion', '-3'],
    ['opinion', '1 2'],
    ['rooms', '21'],
    ['rooms', '2.5'],
    ['area', '45,55'],
    ['used', '1 2 9'],
    ['used', '1 x'],
    ['moved', '31.02.2020'],
    ['moved', '01.01.2030'],
    ['order.rank.1', '2'],
  ])('refuses %s = %s and keeps everything else', (field, value) => {
    const item = field.split('.')[0];
    const { answers, faults } = readPaperFields(definition, { step: '5', [field]: value });
    expect(faults.filter(({ reason }) => reason === 'impossible').map((fault) => fault.item?.id)).toEqual([item]);
    expect(answers).toEqual({ step: 5 });
  });

  it('needs the answers at which the questionnaire could end, and one that is scored', () => {
    const missing = readPaperFields(residents, { d1_life_satisfaction: '7' }).faults;
    expect(missing.map(({ item, reason }) => [item?.id, reason])).toEqual([
      ['consent', 'needed'],
      ['age_group', 'needed'],
      ['s_resident', 'needed'],
    ]);
    const silent = readPaperFields(residents, { consent: '1', age_group: '3', s_resident: '1' }).faults;
    expect(silent).toEqual([{ item: null, reason: 'nothing-scored' }]);
    expect(readPaperFields(residents, { consent: '0' }).faults, 'declined: nothing more is needed').toEqual([]);
  });

  it.each([
    ['5.11.2026', '2026-11-05'],
    ['05/11/2026', '2026-11-05'],
    ['2026-11-05', '2026-11-05'],
    ['29.02.2025', null],
    ['5.11.26', null],
    ['', null],
  ])('reads the day %j as %j', (text, day) => {
    expect(isoDateFrom(text)).toBe(day);
  });
});
