import { describe, expect, it } from 'vitest';
import { completeMethod, inputsOf, townsAround } from '../../test/support/comparedTown.js';
import type { Aggregation, Method, MethodIndicator } from '../../survey-definitions/contract/index.js';
import { coinrIndexFrom } from './coinrIndex.js';
import { coinrTablesFrom, type CoinrTown } from './coinrTables.js';
import { townScoreFrom, type ScoreInputs } from './townScore.js';

const PLAIN = completeMethod();
const LABELS = { name: (id: string) => `name of ${id}`, unit: () => 'unit' };
const townsOf = (method: Method, levels: readonly number[]): CoinrTown[] =>
  townsAround(method, levels).map(({ town, inputs }) => ({ code: town, name: town, inputs }));
const integralsOf = (method: Method, towns: readonly CoinrTown[]) =>
  towns.map(({ inputs }) => {
    const { integral } = townScoreFrom(method, inputs);
    return integral.state === 'scored' ? (expect.closeTo(integral.score, 9) as number) : null;
  });
const without = ({ indicators, ...rest }: ScoreInputs, codes: readonly string[]): ScoreInputs => ({
  ...rest,
  indicators: Object.fromEntries(Object.entries(indicators).filter(([code]) => !codes.includes(code))),
});

/** Other means and weights, survey costs, statistics among kept towns. */
function methodWith(middle: Aggregation): Method {
  const towns = Array.from({ length: 12 }, (_, at) => ({ town: `t${String(at)}`, value: 10 * at + (at % 3) }));
  const compared = { year: 2020, towns };
  const normalised = (indicator: MethodIndicator): MethodIndicator => {
    if (indicator.source === 'survey') return indicator.code === 'C1' ? { ...indicator, direction: 'cost' } : indicator;
    if (indicator.code === 'A1') return { ...indicator, normalisation: { type: 'rank', direction: 'cost', compared } };
    if (indicator.code === 'A2') return { ...indicator, normalisation: { type: 'zscore', direction: 'benefit', compared } };
    if (indicator.code === 'A3') return { ...indicator, normalisation: { type: 'minmax', direction: 'cost', compared } };
    return indicator;
  };
  const weights = { type: 'expert' as const, values: { A: 3, B: 1, C: 1, D: 1 } };
  return {
    ...PLAIN,
    indicators: PLAIN.indicators.map(normalised),
    subIndices: PLAIN.subIndices.map((subIndex) => ({ ...subIndex, weights, aggregation: middle })),
  };
}

describe('the tables for COINr', () => {
  it.each([
    ['the default method', PLAIN],
    ['other normalisations, weights and means', methodWith('harmonic')],
  ])('give the same index as the score: %s', (_, method) => {
    const towns = townsOf(method, [25, 40, 55, 70]).map((town, at) =>
      at === 1 ? { ...town, inputs: without(town.inputs, ['A5', 'D3']) } : town,
    );
    const tables = coinrTablesFrom(method, towns, LABELS);
    expect(tables.leftOut).toEqual([]);
    expect(coinrIndexFrom(tables).scores.integral).toEqual(integralsOf(method, towns));
  });

  it('keep to the rules of COINr: levels, parents, one index, empty cells, codes that begin with a letter', () => {
    const [first, second] = townsOf(PLAIN, [40, 60]);
    if (first === undefined || second === undefined) throw new Error('no towns');
    const { iMeta, iData, means } = coinrTablesFrom(PLAIN, [{ ...first, inputs: without(first.inputs, ['C4']) }, second], LABELS);
    expect(means).toEqual(['a_amean', 'a_gmean', 'a_gmean']);
    expect(iMeta.filter(({ Parent }) => Parent === null).map(({ iCode, Level }) => [iCode, Level])).toEqual([['integral', 4]]);
    for (const { Level, Parent } of iMeta)
      if (Parent !== null) expect(iMeta.find(({ iCode }) => iCode === Parent)?.Level).toBe(Level + 1);
    expect(
      iMeta.every(({ iCode, Direction, Weight }) => /^[A-Za-z]\w*$/.test(iCode) && Math.abs(Direction) === 1 && Weight > 0),
    ).toBe(true);
    const columns = iMeta.filter(({ Type }) => Type === 'Indicator').map(({ iCode }) => iCode);
    expect(iData.map(({ values }) => Object.keys(values))).toEqual([columns, columns]);
    expect(iData[0]?.values.C4).toBeNull();
    expect(iMeta[0]).toMatchObject({
      iCode: 'A1',
      iName: 'name of A1',
      Level: 1,
      Parent: 'A',
      Type: 'Indicator',
      goalpost_scale: 100,
    });
  });

  it('leave out, by name, towns that COINr would score otherwise, and columns that nobody has', () => {
    const [partial, other, sound] = townsOf(PLAIN, [40, 50, 60]);
    const floored = other && { ...other, inputs: inputsOf(PLAIN, (code) => (code.startsWith('A') ? 0 : 50), 1) };
    if (partial === undefined || floored === undefined || sound === undefined) throw new Error('no towns');
    const blockless = { ...partial, inputs: without(partial.inputs, ['C1', 'C2']) };
    const { iData, iMeta, leftOut } = coinrTablesFrom(
      PLAIN,
      [blockless, floored, { ...sound, inputs: without(sound.inputs, ['A7']) }],
      LABELS,
    );
    expect(leftOut).toEqual([
      { code: blockless.code, reason: 'partial' },
      { code: floored.code, reason: 'floor' },
    ]);
    expect(iData.map(({ uCode }) => uCode)).toEqual([sound.code]);
    expect(iMeta.some(({ iCode }) => iCode === 'A7')).toBe(false);
  });

  it('say where COINr has no such mean', () => {
    const tables = coinrTablesFrom(methodWith({ positions: [0.3, 0.7] }), [], LABELS);
    expect(tables.means).toBeNull();
    expect(() => coinrIndexFrom(tables)).toThrow('unknown-option');
  });
});
