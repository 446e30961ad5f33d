import { expect, it } from 'vitest';
import { lastDayBefore, midnightAfter } from './calendarDay.js';

it('lets a draft live for whole days and names the last of them', () => {
  const end = midnightAfter(new Date('2026-12-20T21:15:42Z'), 30);
  expect(end.toISOString()).toBe('2027-01-20T00:00:00.000Z');
  expect(lastDayBefore(end)).toBe('2027-01-19');
});
