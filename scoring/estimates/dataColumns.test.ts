import { describe, expect, it } from 'vitest';
import { columnsOf } from '../../test/support/columns.js';
import { columnsFromBlocks } from './dataColumns.js';

describe('blocks of a data matrix', () => {
  const first = columnsOf([{ air: 1 }, { air: 2 }], { flags: { speeder: Uint8Array.of(1, 0) } });
  const second = columnsOf([{ air: -4 }], { flags: { speeder: Uint8Array.of(0) } });

  it('join into one matrix, column by column', () => {
    expect(columnsFromBlocks([first, second])).toEqual({
      rows: 3,
      items: { air: Int16Array.of(1, 2, -4) },
      populations: { headline: Uint8Array.of(1, 1, 1) },
      flags: { speeder: Uint8Array.of(1, 0, 0) },
    });
  });

  it('keep fractions where one block has them', () => {
    const fractions = { ...second, items: { air: Float64Array.of(2.5) } };
    expect(columnsFromBlocks([first, fractions]).items.air).toEqual(Float64Array.of(1, 2, 2.5));
  });

  it('join weights and strata', () => {
    const weighted = (block: typeof first) => ({
      ...block,
      weights: new Float64Array(block.rows).fill(0.5),
      strata: new Int16Array(block.rows),
    });
    const joined = columnsFromBlocks([weighted(first), weighted(second)]);
    expect(joined.weights).toEqual(Float64Array.of(0.5, 0.5, 0.5));
    expect(joined.strata).toEqual(Int16Array.of(0, 0, 0));
  });

  it('must have the same columns', () => {
    const weights = Float64Array.of(1, 1);
    expect(() => columnsFromBlocks([first, columnsOf([{ water: 1 }])])).toThrow('columns-differ');
    expect(() => columnsFromBlocks([{ ...first, weights }, second])).toThrow('columns-differ {"column":"weights"}');
  });

  it('must have columns as long as their rows', () => {
    expect(() => columnsFromBlocks([{ ...first, rows: 3 }])).toThrow('unequal-lengths');
  });

  it('are at least one', () => {
    expect(() => columnsFromBlocks([])).toThrow('empty');
  });
});
