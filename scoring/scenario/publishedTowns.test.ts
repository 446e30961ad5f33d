import { describe, expect, it, test } from 'vitest';
import type { ScenarioLevel } from '../../survey-definitions/contract/index.js';
import { m25, printedInputsOf, printedTown, printedTowns } from '../../test/support/scenarioTowns.js';
import { marksFromBands, recommendedMixFrom, scenarioFrom, type ScenarioInputs, type ScenarioMarks } from '../index.js';

const figureOf = (town: string, indicator: string, changed: ScenarioInputs = {}) => {
  const found = scenarioFrom(m25, { ...printedInputsOf(town), ...changed }).figures.find(({ id }) => id === indicator);
  if (found?.state !== 'computed') throw new Error(`${indicator} is missing`);
  return found;
};
const printedOf = (town: string, indicator: string) => {
  const found = printedTown(town).figures.find((figure) => figure.indicator === indicator);
  if (!found) throw new Error(`${indicator} is not printed`);
  return found;
};
const marksOf = (marks: ScenarioMarks): number[] => (marks.state === 'marked' ? marks.marks.map(({ mark }) => mark) : []);
const recomputedMarks = (town: string): ScenarioMarks => scenarioFrom(m25, printedInputsOf(town)).marks;

/** Indicator, published value and band, recomputed value and band, notes that explain a difference. */
const TABLE: Record<string, [string, string, ScenarioLevel | null, number, ScenarioLevel | null, string][]> = {
  balkhash: [
    ['mono-profile', '53', 'medium', 46.733, 'medium', 'a'],
    ['economic', '15', null, 15.825, null, ''],
    ['social', '53', null, 52.9, null, 'f'],
    ['socio-economic', '28', 'above-average', 28.933, 'above-average', 'b'],
    ['demographic', '7.6', 'average', 7.681, 'average', 'e'],
    ['investment', '5', 'average', 5.135, 'above-average', 'c'],
    ['agglomeration', '14', 'above-average', 14.142, 'above-average', ''],
    ['special', '14', 'high', 14.142, 'high', ''],
  ],
  karazhal: [
    ['mono-profile', '59.5', 'medium', 59.582, 'medium', 'a'],
    ['economic', '14', null, 13.975, null, ''],
    ['social', '53', null, 53.325, null, 'f'],
    ['socio-economic', '27', 'above-average', 27.299, 'above-average', 'b'],
    ['demographic', '7.2', 'below-average', 7.28, 'below-average', 'e'],
    ['investment', '4', 'average', 5.079, 'above-average', 'c'],
    ['agglomeration', '10', 'average', 10, 'average', 'd'],
    ['special', '10', 'average', 10, 'average', 'd'],
  ],
  temirtau: [
    ['mono-profile', '31', 'low', 31.369, 'low', 'a'],
    ['economic', '18.7', null, 18.7, null, ''],
    ['social', '50', null, 49.075, null, 'b,f'],
    ['socio-economic', '31', 'above-average', 30.294, 'high', 'b'],
    ['demographic', '7.5', 'average', 7.517, 'average', 'e'],
    ['investment', '6.8', 'above-average', 6.934, 'above-average', 'c'],
    ['agglomeration', '17', 'high', 17.321, 'high', ''],
    ['special', '10', 'average', 10, 'average', 'd'],
  ],
};

describe.each(Object.entries(TABLE))('%s, published beside recomputed', (town, rows) => {
  test.each(rows)('%s: %s %s, recomputed %d %s, note %s', (indicator, value, band, recomputed, level, notes) => {
    expect(printedOf(town, indicator)).toMatchObject({ value, band, notes: notes === '' ? [] : notes.split(',') });
    const figure = figureOf(town, indicator);
    expect(figure.value).toBeCloseTo(recomputed, 3);
    expect(figure.level).toBe(level);
  });
});

describe('the notes', () => {
  it('a: 53 is the diversification level, and the paper’s 59.5 and 31 are degrees of mono-profile', () => {
    expect(figureOf('balkhash', 'diversification-level').value).toBeCloseTo(53.27, 2);
    for (const town of ['balkhash', 'karazhal', 'temirtau'])
      expect(figureOf(town, 'mono-profile').level).toBe(printedOf(town, 'mono-profile').band);
  });

  it('b: Temirtau’s social potential is 49.08 and its socio-economic 30.3, high', () => {
    expect(figureOf('temirtau', 'social').value.toFixed(3)).toBe('49.075');
    expect(figureOf('temirtau', 'socio-economic').value.toFixed(1)).toBe('30.3');
  });

  it('c: parts that sum to 24.0 give 4.90, and 0.2 for 298/12300 gives 4.91: average, where the fractions give 5.13', () => {
    const sum = { investment_1: 24, investment_2: 0, investment_3: 0, investment_4: 0 };
    expect(figureOf('balkhash', 'investment', sum).value.toFixed(2)).toBe('4.90');
    const slip = figureOf('balkhash', 'investment', { investment_3: 0.2 });
    expect([slip.value.toFixed(2), slip.level]).toEqual(['4.91', 'average']);
    expect(printedTown('karazhal').inputs).toMatchObject({ investment_3: '652/12300', investment_4: '652/11159' });
  });

  it('d: 10 is average where the upper bound belongs to the band', () => {
    for (const [town, indicator] of [
      ['karazhal', 'agglomeration'],
      ['karazhal', 'special'],
      ['temirtau', 'special'],
    ] as const)
      // prettier-ignore
      expect(figureOf(town, indicator)).toMatchObject({ value: 10, level: 'average' });
  });

  it('e: natural growth in per cent would move Balkhash to 7.07, below average; table 5 has another band for Karazhal', () => {
    const figure = figureOf('balkhash', 'demographic', { natural_growth: 1 });
    expect([figure.value.toFixed(2), figure.level]).toEqual(['7.07', 'below-average']);
    expect(printedOf('karazhal', 'demographic')).toMatchObject({ band: 'below-average', bandOfMarks: 'above-average' });
  });

  it('f: more unemployment raises the social potential, and reversed lowers it', () => {
    const social = (unemployment: number, unemploymentReversed: boolean): number => {
      const { figures } = scenarioFrom(m25, { ...printedInputsOf('balkhash'), unemployment }, { unemploymentReversed });
      const found = figures.find(({ id }) => id === 'social');
      return found?.state === 'computed' ? found.value : Number.NaN;
    };
    expect(social(121, false)).toBeCloseTo(social(111, false) + 2.5, 10);
    expect(social(121, true)).toBeCloseTo(social(111, true) - 2.5, 10);
    expect(social(111, true)).toBeCloseTo((95 + 1.4 + 4.2 + 89) / 4, 10);
    expect(social(100, true)).toBe(social(100, false));
  });
});

describe('the marks', () => {
  it('from recomputed bands are 0/2/5/5, 1/3/2/2 and 0/2/6/7', () => {
    expect(marksOf(recomputedMarks('balkhash'))).toEqual([0, 2, 5, 5]);
    expect(marksOf(recomputedMarks('karazhal'))).toEqual([1, 3, 2, 2]);
    expect(marksOf(recomputedMarks('temirtau'))).toEqual([0, 2, 6, 7]);
  });

  it('can be at most 5, 6, 11 and 10', () => {
    const { marks } = recomputedMarks('balkhash') as Extract<ScenarioMarks, { state: 'marked' }>;
    expect(marks.map(({ maximum }) => maximum)).toEqual([5, 6, 11, 10]);
    expect(marks.map(({ percent }) => percent.toFixed(1))).toEqual(['0.0', '33.3', '45.5', '50.0']);
  });

  const printedBands = (town: string, table: 3 | 5): Record<string, ScenarioLevel> =>
    Object.fromEntries(
      printedTown(town).figures.flatMap(({ indicator, band, bandOfMarks }) => {
        const level = table === 5 ? (bandOfMarks ?? band) : band;
        return level === null ? [] : [[indicator, level]];
      }),
    );

  it('are 11 of the 12 published ones from the bands of table 5; Karazhal’s inertial mark needs table 3', () => {
    const differing = printedTowns.flatMap(({ town, marks }) => {
      const found = marksOf(marksFromBands(m25, printedBands(town, 5)));
      return Object.values(marks).flatMap((mark, at) => (found[at] === mark ? [] : [`${town} ${String(at)}`]));
    });
    expect(differing).toEqual(['karazhal 0']);
    expect(marksOf(marksFromBands(m25, printedBands('karazhal', 3)))[0]).toBe(1);
  });

  it('are led jointly where they tie', () => {
    expect(recomputedMarks('balkhash')).toMatchObject({
      leadingByMarks: ['innovative', 'diversification'],
      leadingByPercent: ['diversification'],
    });
    expect(recomputedMarks('karazhal')).toMatchObject({ leadingByMarks: ['balanced'], leadingByPercent: ['balanced'] });
  });

  it('give a mix in proportion to their per cents', () => {
    const mix = recommendedMixFrom(recomputedMarks('balkhash'));
    expect(mix).toMatchObject({
      shares: [{ scenario: 'diversification' }, { scenario: 'innovative' }, { scenario: 'balanced' }],
    });
    if (mix.state === 'mixed') expect(mix.shares.map(({ share }) => share.toFixed(1))).toEqual(['38.8', '35.3', '25.9']);
  });
});
