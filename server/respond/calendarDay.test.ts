import { expect, it } from 'vitest';
import { dayIn, lastDayBefore, midnightAfter } from './calendarDay.js';

it('gives the day that the calendar of the town shows', () => {
  expect(dayIn('Asia/Almaty', new Date('2026-06-15T20:30:00Z'))).toBe('2026-06-16');
  expect(dayIn('UTC', new Date('2026-06-15T20:30:00Z'))).toBe('2026-06-15');
});

it('lets a draft live for whole days and names the last of them', () => {
  const end = midnightAfter(new Date('2026-12-20T21:15:42Z'), 30);
  expect(end.toISOString()).toBe('2027-01-20T00:00:00.000Z');
  expect(lastDayBefore(end)).toBe('2027-01-19');
});
