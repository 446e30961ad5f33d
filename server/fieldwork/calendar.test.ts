import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayAfter, dayOf, endOfDay } from './calendar.js';

describe('days in a time zone', () => {
  it('begin five hours before they begin in universal time in Kazakhstan', () => {
    expect(dayOf(new Date('2026-03-01T18:59:59Z'), 'Asia/Almaty')).toBe('2026-03-01');
    expect(dayOf(new Date('2026-03-01T19:00:00Z'), 'Asia/Almaty')).toBe('2026-03-02');
    expect(endOfDay('2026-03-01', 'Asia/Almaty').toISOString()).toBe('2026-03-01T19:00:00.000Z');
  });

  it('have 23 hours where the clocks go forward and end at the right instant', () => {
    expect(endOfDay('2026-03-29', 'Europe/Berlin').toISOString()).toBe('2026-03-29T22:00:00.000Z');
    expect(endOfDay('2026-03-28', 'Europe/Berlin').toISOString()).toBe('2026-03-28T23:00:00.000Z');
  });

  it('follow each other over the ends of months and years', () => {
    expect(dayAfter('2024-02-28')).toBe('2024-02-29');
    expect(dayAfter('2026-12-31')).toBe('2027-01-01');
    expect(dayAfter('2026-03-01', 3)).toBe('2026-03-04');
  });

  it('end exactly where the next one begins', () => {
    const zones = fc.constantFrom('Asia/Almaty', 'UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kathmandu');
    const days = fc.integer({ min: 0, max: 12_000 }).map((number) => dayAfter('2000-01-01', number));
    fc.assert(
      fc.property(days, zones, (day, zone) => {
        const end = endOfDay(day, zone).getTime();
        expect(dayOf(new Date(end - 1), zone)).toBe(day);
        expect(dayOf(new Date(end), zone)).toBe(dayAfter(day));
      }),
    );
  });
});

it('gives the day that the calendar of the town shows', () => {
  expect(dayOf(new Date('2026-06-15T20:30:00Z'), 'Asia/Almaty')).toBe('2026-06-16');
  expect(dayOf(new Date('2026-06-15T20:30:00Z'), 'UTC')).toBe('2026-06-15');
});
