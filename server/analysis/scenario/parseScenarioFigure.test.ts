import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseScenarioFigure, type FigureLimits } from './parseScenarioFigure.js';

const SHARE: FigureLimits = { kind: 'per-cent', minimum: 0, maximum: 100 };
const GROWTH: FigureLimits = { kind: 'per-mille', minimum: null, maximum: null };
const FLAG: FigureLimits = { kind: 'flag', minimum: 0, maximum: 100 };

function valueOf(text: string, input = SHARE) {
  const read = parseScenarioFigure(text, input);
  return 'figure' in read ? read.figure.value : read.refusal.code;
}

describe('an input of a development scenario', () => {
  test('is a number with a decimal comma or dot, or a fraction as the paper prints it', () => {
    expect(valueOf('27.3')).toBe(27.3);
    expect(valueOf(' 27,3 % ')).toBe(27.3);
    expect(valueOf('9/94')).toBeCloseTo(9.574468085, 9);
    expect(valueOf('298 / 12 300')).toBeCloseTo(2.422764228, 9);
    expect(valueOf('557/11\u00a0159')).toBeCloseTo(4.991486692, 9);
    expect(valueOf('−3,5', GROWTH)).toBe(-3.5);
    expect(valueOf('1/100', GROWTH)).toBe(10);
  });

  test('keeps what was typed beside the number', () => {
    expect(parseScenarioFigure(' 9/94 ', SHARE)).toMatchObject({ figure: { typed: '9/94' } });
  });

  test('says what is wrong with it', () => {
    expect(valueOf('  ')).toBe('required');
    expect(valueOf('about 9')).toBe('notANumber');
    expect(valueOf('1 2')).toBe('notANumber');
    expect(valueOf('1/2/3')).toBe('notANumber');
    expect(valueOf('9/0')).toBe('zeroDenominator');
    expect(valueOf('0/0,0')).toBe('zeroDenominator');
    expect(valueOf('-1')).toBe('negative');
    expect(valueOf('95/94')).toBe('aboveMaximum');
    expect(valueOf('50', FLAG)).toBe('notAFlag');
    expect(valueOf('9'.repeat(400))).toBe('tooLong');
    expect(valueOf('-10', { kind: 'per-mille', minimum: -5, maximum: null })).toBe('belowMinimum');
  });

  test('has no decimal comma where commas part the cells of a file', () => {
    expect(parseScenarioFigure('27,3', SHARE, 'dot')).toMatchObject({ refusal: { code: 'decimalComma' } });
    expect(parseScenarioFigure('27.3', SHARE, 'dot')).toMatchObject({ figure: { value: 27.3 } });
  });

  test('reads every number as it is written, with a comma as with a dot', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000 }), (tenThousandths) => {
        const text = (tenThousandths / 100_000).toFixed(5);
        expect(valueOf(text)).toBe(Number(text));
        expect(valueOf(text.replace('.', ','))).toBe(Number(text));
      }),
    );
  });

  test('reads a part of a whole as its share, whatever both are', () => {
    const whole = fc.integer({ min: 1, max: 1_000_000 });
    fc.assert(
      fc.property(whole, fc.double({ min: 0, max: 1, noNaN: true }), (of, share) => {
        const part = Math.floor(of * share);
        expect(valueOf(`${part}/${of}`)).toBeCloseTo((100 * part) / of, 10);
      }),
    );
  });
});
