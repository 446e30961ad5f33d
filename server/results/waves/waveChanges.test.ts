import { describe, expect, it } from 'vitest';
import { changeRowsFrom, type IndicatorInTwoWaves } from './waveChanges.js';
import { isOtherMode } from './waveMode.js';

const named = { kk: '', ru: '', en: '' };
const sample = (value: number, standardError = 2) => ({ value, standardError, degreesOfFreedom: 200 });
const indicator = (code: string, changes: Partial<IndicatorInTwoWaves> = {}): IndicatorInTwoWaves => ({
  code,
  name: named,
  before: sample(50),
  after: sample(58),
  obstacle: null,
  ...changes,
});

describe('the rows of a table of changes', () => {
  it('adjust over the tested indicators only', () => {
    const alone = changeRowsFrom([indicator('C1')]);
    const besideUntested = changeRowsFrom([indicator('C1'), indicator('C2', { obstacle: { kind: 'other-mode' } })]);
    expect(besideUntested[0]).toEqual(alone[0]);
    expect(besideUntested[1]).toMatchObject({ state: 'untested', obstacle: { kind: 'other-mode' }, after: { value: 58 } });
  });

  it('have no test where all answers are the same or a figure is missing', () => {
    const constant = indicator('C1', { before: sample(0, 0), after: sample(100, 0) });
    const missing = indicator('C2', { before: null, obstacle: { kind: 'too-few-answers', k: 10 } });
    expect(changeRowsFrom([constant, missing]).map((row) => row.state === 'untested' && row.obstacle.kind)).toEqual([
      'no-variance',
      'too-few-answers',
    ]);
  });
});

describe('the mode of two waves', () => {
  const answers = (onPaper: number) => ({
    language: new Uint8Array(20),
    origin: Uint8Array.from({ length: 20 }, (_, at) => (at < onPaper ? 2 : 0)),
  });

  it('is another when more than one answer in ten came another way', () => {
    expect(isOtherMode(answers(0), answers(2))).toBe(false);
    expect(isOtherMode(answers(0), answers(3))).toBe(true);
    expect(isOtherMode(answers(20), answers(0))).toBe(true);
  });
});
