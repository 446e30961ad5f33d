import { describe, expect, it } from 'vitest';
import { changesOf, numbersFor } from './answerCodes.js';

const numbers = (...codes: string[]): number[] => numbersFor(codes);
const changes = (...codes: string[]): string | null => changesOf(codes, numbersFor(codes));

describe('codes of answers', () => {
  it('stay the numbers that they are', () => {
    expect(numbers('0', '10', '99')).toEqual([0, 10, 99]);
  });

  it('keep the number at their end, where it tells them apart', () => {
    expect(numbers('A1', 'A3', 'A2')).toEqual([1, 3, 2]);
    expect(numbers('AO01', 'AO10')).toEqual([1, 10]);
  });

  it('are counted from 1 otherwise', () => {
    expect(numbers('yes', 'no')).toEqual([1, 2]);
    expect(numbers('A1', 'B1')).toEqual([1, 2]);
    expect(numbers('a', 'a')).toEqual([1, 2]);
    expect(numbers('1', 'x')).toEqual([1, 2]);
    expect(numbers('00001', '2')).toEqual([1, 2]);
  });

  it('are told where they cannot be guessed', () => {
    expect(changes('A1', 'A2')).toBeNull();
    expect(changes('yes', 'no')).toBe('yes = 1, no = 2');
    expect(changes(...Array.from({ length: 20 }, (_, at) => `x${at}y`))).toMatch(/x11y = 12 …$/);
  });
});
