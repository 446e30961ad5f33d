import { describe, expect, test } from 'vitest';
import {
  day,
  decimal,
  definitionWith,
  free,
  ordered,
  rating,
  several,
  whole,
  yesNo,
} from '../../test/definitions/smallDefinition.js';
import { answersSchemaFor, type Question } from './index.js';

const accepts = (item: Question, value: unknown, id = item.id): boolean =>
  answersSchemaFor(definitionWith([item])).safeParse({ [id]: value }).success;

describe('a choice or a scale', () => {
  test.each([yesNo('item'), rating('item')])('takes one of its codes or a non-answer that it offers: $type', (item) => {
    expect(accepts(item, 1)).toBe(true);
    expect(accepts(item, -2)).toBe(true);
  });

  test.each([7, -3, -4, -5, 1.5, '1', [1], null, Number.NaN])('refuses %j', (value) => {
    expect(accepts(rating('item'), value)).toBe(false);
  });
});

describe('a whole number', () => {
  test.each([1, 20, -2])('may be %i', (value) => {
    expect(accepts(whole('item'), value)).toBe(true);
  });
  test.each([0, 21, 2.5, -1, '3'])('may not be %j', (value) => {
    expect(accepts(whole('item'), value)).toBe(false);
  });
});

describe('a decimal number', () => {
  test.each([0, 2.5, 10, -1])('may be %d', (value) => {
    expect(accepts(decimal('item'), value)).toBe(true);
  });
  test.each([2.55, 10.1, -2, Number.POSITIVE_INFINITY])('may not be %d: it has too many decimals or lies outside', (value) => {
    expect(accepts(decimal('item'), value)).toBe(false);
  });
});

describe('a text', () => {
  test('loses the blanks round it, may be refused and has an end', () => {
    const schema = answersSchemaFor(definitionWith([free('item')]));
    expect(schema.parse({ item: '  сөз ' })).toEqual({ item: 'сөз' });
    expect(schema.safeParse({ item: -2 }).success).toBe(true);
    expect(schema.safeParse({ item: 'longer' }).success).toBe(false);
    expect(schema.safeParse({ item: '   ' }).success).toBe(false);
  });
});

describe('a date', () => {
  test.each(['2020-01-01', '2024-02-29', -2])('may be %s', (value) => {
    expect(accepts(day('item'), value)).toBe(true);
  });
  test.each(['2019-12-31', '2026-01-01', '2023-02-29', '01.05.2024', 20240501])('may not be %s', (value) => {
    expect(accepts(day('item'), value)).toBe(false);
  });
});

describe('several choices', () => {
  test.each([[[2]], [[1, 3]], [-1]])('may be %j', (value) => {
    expect(accepts(several('item'), value)).toBe(true);
  });
  test.each([[[]], [[3, 1]], [[1, 1]], [[1, -1]], [[4]], [1]])(
    'may not be %j: sorted codes, each once, or one non-answer',
    (value) => {
      expect(accepts(several('item'), value)).toBe(false);
    },
  );
  test('are no more than allowed', () => {
    expect(accepts(several('item', { maxChoices: 1 }), [1, 2])).toBe(false);
  });
});

describe('a ranking', () => {
  test('puts every option in its place once, or none', () => {
    expect(accepts(ordered('item'), [3, 1, 2])).toBe(true);
    expect(accepts(ordered('item'), -1)).toBe(true);
    expect(accepts(ordered('item'), [3, 1])).toBe(false);
    expect(accepts(ordered('item'), [3, 1, 1])).toBe(false);
  });
});

describe('answers as a whole', () => {
  test('may leave any question out', () => {
    expect(answersSchemaFor(definitionWith()).safeParse({}).success).toBe(true);
  });

  test('have no unknown item', () => {
    expect(accepts(yesNo('item'), 1, 'other')).toBe(false);
  });

  test('take the words of "other, please specify" only where an option asks for them', () => {
    expect(accepts(several('item'), 'quince', 'item__text')).toBe(true);
    expect(accepts(yesNo('item'), 'quince', 'item__text')).toBe(false);
  });
});
