import { describe, expect, test } from 'vitest';
import { fillPlaceholders, placeholdersIn } from './index.js';

const QUESTION = {
  kk: 'Сіз негізгі кәсіпорында ({enterprise_name}) жұмыс істейсіз бе?',
  ru: 'Работаете ли Вы на основном предприятии ({enterprise_name})?',
  en: 'Do you work at the main enterprise ({enterprise_name})?',
};

describe('the name of the enterprise', () => {
  test('stands in its brackets where it is configured', () => {
    const values = { enterprise_name: '«Қазақмыс» корпорациясы' };
    expect(fillPlaceholders(QUESTION.kk, values)).toBe('Сіз негізгі кәсіпорында («Қазақмыс» корпорациясы) жұмыс істейсіз бе?');
  });

  test.each([{}, { enterprise_name: '' }, { enterprise_name: '  ' }])('goes with its brackets where it is not: %j', (values) => {
    expect(fillPlaceholders(QUESTION.kk, values)).toBe('Сіз негізгі кәсіпорында жұмыс істейсіз бе?');
    expect(fillPlaceholders(QUESTION.ru, values)).toBe('Работаете ли Вы на основном предприятии?');
    expect(fillPlaceholders(QUESTION.en, values)).toBe('Do you work at the main enterprise?');
  });
});

test('every other placeholder is filled wherever it stands', () => {
  expect(fillPlaceholders('{minutes} мин., ещё раз {minutes}', { minutes: '12' })).toBe('12 мин., ещё раз 12');
});

test('a placeholder without a value stays to be seen in a preview', () => {
  expect(fillPlaceholders('Organiser: {organiser_name}.', { minutes: '12' })).toBe('Organiser: {organiser_name}.');
});

test('a value is never read as a text with placeholders', () => {
  const values = { organiser_name: '{minutes} & $1', minutes: '12' };
  expect(fillPlaceholders('{organiser_name}', values)).toBe('{minutes} & $1');
});

test('a text names its placeholders once each', () => {
  expect(placeholdersIn('{a} {b} {a}')).toEqual(['a', 'b']);
});
