import { describe, expect, it } from 'vitest';
import type { Column } from '../statistics/column.js';
import { compositeIndexFrom, type IndexGroup, type IndexIndicator } from './compositeIndex.js';

const indicator = (id: string, parent: string, values: Column, more: Partial<IndexIndicator> = {}): IndexIndicator => ({
  id,
  parent,
  values,
  weight: 1,
  direction: 1,
  normalisation: { method: 'minmax', lower: 0, upper: 100 },
  ...more,
});
const group = (id: string, parent: string | null, more: Partial<IndexGroup> = {}): IndexGroup => ({
  id,
  parent,
  weight: 1,
  mean: 'arithmetic',
  ...more,
});
const top = group('index', null);

describe('a composite index', () => {
  it('normalises, then means level by level, and ranks the units', () => {
    const { normalised, scores, ranks } = compositeIndexFrom({
      indicators: [
        indicator('jobs', 'economy', [0, 5, 10]),
        indicator('dust', 'nature', [2, 4, 3], { direction: -1 }),
        indicator('trees', 'nature', [1, 3, 2], { weight: 3 }),
      ],
      groups: [group('economy', 'index', { weight: 2 }), group('nature', 'index'), top],
    });
    expect(normalised).toEqual({ jobs: [0, 50, 100], dust: [100, 0, 50], trees: [0, 100, 50] });
    expect(scores.nature).toEqual([25, 75, 50]);
    expect(scores.index).toEqual([25 / 3, 175 / 3, 250 / 3].map((score) => expect.closeTo(score, 12) as number));
    expect(ranks).toEqual([3, 2, 1]);
  });

  it('rescales weights over what is present, and leaves out a group without any value', () => {
    const indicators = [
      indicator('a', 'one', [0, null, null, 10]),
      indicator('b', 'one', [0, 10, null, 10], { weight: 9 }),
      indicator('c', 'two', [0, 5, 10, null]),
    ];
    const { scores } = compositeIndexFrom({ indicators, groups: [group('one', 'index'), group('two', 'index'), top] });
    expect(scores.one).toEqual([0, 100, null, 100]);
    expect(scores.index).toEqual([0, 75, 100, 100]);
  });

  it('leaves out a group below the share of its members that it needs', () => {
    const indicators = ['a', 'b', 'c'].map((id, at) => indicator(id, 'index', [0, at === 0 ? 10 : null, 10]));
    expect(compositeIndexFrom({ indicators, groups: [top] }).ranks).toEqual([3, 1, 1]);
    expect(compositeIndexFrom({ indicators, groups: [top], minimumShare: 0.5 })).toMatchObject({
      scores: { index: [0, null, 100] },
      ranks: [2, null, 1],
    });
  });

  it('needs a share of 0–1', () => {
    const indicators = [indicator('a', 'index', [0, 10])];
    expect(() => compositeIndexFrom({ indicators, groups: [top], minimumShare: 1.1 })).toThrow('out-of-range');
  });

  it('takes a mean per group', () => {
    const indicators = [indicator('a', 'index', [1, 4]), indicator('b', 'index', [1, 9])].map((one) => ({
      ...one,
      normalisation: { method: 'fractionOfMax' as const },
    }));
    const { scores } = compositeIndexFrom({ indicators, groups: [{ ...top, mean: 'geometric' }] });
    expect(scores.index).toEqual([expect.closeTo(1 / 6, 14), 1]);
  });

  it.each<[string, string, IndexIndicator[], IndexGroup[]]>([
    ['no top', 'broken-hierarchy', [indicator('a', 'x', [1, 2])], [group('x', 'x')]],
    ['two tops', 'broken-hierarchy', [indicator('a', 'x', [1, 2])], [group('x', null), group('y', null)]],
    ['an unknown parent', 'broken-hierarchy {"input":"a"}', [indicator('a', 'x', [1, 2])], [top]],
    ['a group without members', 'broken-hierarchy {"input":"x"}', [indicator('a', 'index', [1, 2])], [top, group('x', 'index')]],
    ['a circle', 'broken-hierarchy', [indicator('a', 'index', [1, 2])], [top, group('x', 'y'), group('y', 'x')]],
    ['the same name twice', 'broken-hierarchy', [indicator('a', 'index', [1, 2]), indicator('a', 'index', [3, 4])], [top]],
    ['columns of different length', 'unequal-lengths', [indicator('a', 'index', [1, 2]), indicator('b', 'index', [1])], [top]],
    ['a constant indicator', 'constant-column {"input":"a"}', [indicator('a', 'index', [1, 1])], [top]],
    ['a negative weight', 'negative-weight', [indicator('a', 'index', [1, 2], { weight: -1 })], [top]],
  ])('refuses %s', (_, error, indicators, groups) => {
    expect(() => compositeIndexFrom({ indicators, groups })).toThrow(error);
  });
});
