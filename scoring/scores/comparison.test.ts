import { describe, expect, it } from 'vitest';
import { methodOf } from '../../test/support/method.js';
import { ScoringError } from '../scoringError.js';
import { comparableTownsFrom } from './comparableTowns.js';
import type { ScoreInput } from './indicatorScore.js';
import { methodDifferencesFrom, requireSameMethod } from './methodDifferences.js';

const METHOD = methodOf();
const everything = (value: number, except: string[] = []): Record<string, ScoreInput> =>
  Object.fromEntries(
    METHOD.indicators.map(({ code, source }) => [
      code,
      except.includes(code)
        ? { state: 'missing', reason: 'suppressed' }
        : { state: 'present', value: source === 'survey' ? value : 1 },
    ]),
  );

describe('towns that are compared', () => {
  const { common, towns } = comparableTownsFrom(METHOD, [
    { town: 'zhezkazgan', inputs: { indicators: { ...everything(50, ['D8']), D9: { state: 'present', value: 90 } } } },
    { town: 'satpayev', inputs: { indicators: everything(50, ['D9']) } },
  ]);

  it('are scored on the indicators that all of them have', () => {
    expect(common).not.toContain('D8');
    expect(common).not.toContain('D9');
    expect(common).toHaveLength(27 - 2 - 2);
    expect(towns.map(({ comparable }) => comparable.blocks[3]?.present)).toEqual(
      Array(2).fill(common.filter((c) => c.startsWith('D'))),
    );
  });

  it('keep their own score beside', () => {
    const [zhezkazgan] = towns;
    expect(zhezkazgan?.comparable.blocks[3]).toMatchObject({ score: 50 });
    expect(zhezkazgan?.own.blocks[3]).toMatchObject({ score: expect.closeTo(50 + 40 / 11, 10) as number });
  });

  it('say why an indicator stands aside', () => {
    const reasonOf = (town: number, code: string) => towns[town]?.comparable.indicators.find((i) => i.code === code);
    expect(reasonOf(0, 'D9')).toMatchObject({ reason: 'not-common' });
    expect(reasonOf(0, 'D8')).toMatchObject({ reason: 'suppressed' });
  });
});

describe('scores of different methods', () => {
  it('have no differences with themselves, nor in wording', () => {
    const reworded = methodOf({ name: { kk: 'a', ru: 'b', en: 'c' } });
    expect(methodDifferencesFrom(METHOD, reworded)).toEqual([]);
    expect(() => requireSameMethod(METHOD, reworded)).not.toThrow();
  });

  it('are refused with the list of differences, whatever the order of the indicators', () => {
    const [first, ...rest] = METHOD.indicators;
    if (first?.source !== 'statistics') throw new Error('A1 is a statistic');
    const goalposts = { type: 'goalposts', lo: 0, hi: 30 } as const;
    const other = methodOf({ version: 2, indicators: [...rest.slice(0, -1).reverse(), { ...first, normalisation: goalposts }] });
    const differences = methodDifferencesFrom(METHOD, other);
    expect(differences).toContainEqual({ rule: 'version', first: '1', second: '2' });
    expect(differences).toContainEqual({ rule: 'indicators.A1.normalisation.hi', first: '22.8', second: '30' });
    expect(differences).toContainEqual({ rule: 'indicators.D12.source', first: 'survey' });
    expect(differences.some(({ rule }) => rule.startsWith('indicators.A2'))).toBe(false);
    try {
      requireSameMethod(METHOD, other);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(ScoringError);
      expect(error).toMatchObject({ code: 'methods-differ', details: { second: 'zhezkazgan-2020 v2', differences } });
    }
  });
});
