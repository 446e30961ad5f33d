import { describe, expect, test } from 'vitest';
import type { Method, MethodIndicator } from '../../survey-definitions/contract/index.js';
import { statisticalIndicatorsFrom } from '../../scoring/index.js';
import { BUILT_IN } from './builtIn.js';
import { printed } from './contentSpecification.js';

const ALL_CODES = [
  ...[1, 2, 3, 4, 5, 6, 7].map((n) => `A${n}`),
  ...[1, 2, 3, 4].map((n) => `B${n}`),
  ...[1, 2, 3, 4].map((n) => `C${n}`),
  ...Array.from({ length: 12 }, (_, at) => `D${at + 1}`),
];
const byDefault = BUILT_IN.method('zhezkazgan-2020');
const byResearchers = BUILT_IN.method('zhezkazgan-2020-researchers');
const both: [string, Method][] = [byDefault, byResearchers].map((method) => [method.id, method]);

const statisticsOf = (method: Method) =>
  method.indicators.filter(
    (indicator): indicator is Extract<MethodIndicator, { source: 'statistics' }> => indicator.source === 'statistics',
  );
const placeOf = (method: Method): Record<string, string> =>
  Object.fromEntries(
    method.indicators.flatMap((indicator) =>
      indicator.source === 'survey' ? [[indicator.code, `${indicator.population} ${indicator.analysisPopulation}`]] : [],
    ),
  );

describe.each(both)('the method %s', (_, method) => {
  test('has the 27 indicators of the paper, eleven from statistics and sixteen from surveys', () => {
    expect(method.indicators.map(({ code }) => code)).toEqual(ALL_CODES);
    expect(statisticsOf(method)).toHaveLength(11);
  });

  test('scores statistics between the printed goalposts', () => {
    const goalposts = Object.fromEntries(
      statisticsOf(method).map(({ code, normalisation }) => [
        code,
        normalisation.type === 'goalposts' ? [normalisation.lo, normalisation.hi] : normalisation.type,
      ]),
    );
    expect(goalposts).toEqual({
      A1: [0, 22.8],
      A2: [0, 0.4],
      A3: [0, 8],
      A4: [-50, 50],
      A5: 'awaitingReference',
      A6: [-50, 50],
      A7: 'awaitingReference',
      B1: [0.5, 1.5],
      B2: [0.5, 1.5],
      B3: [0, 17_400],
      B4: [0.5, 1.5],
    });
  });

  test('puts parity with a reference at 50 and marks every reference as provisional', () => {
    const references = statisticsOf(method).flatMap(({ normalisation }) =>
      normalisation.type === 'goalposts' && normalisation.reference ? [normalisation] : [],
    );
    expect(references.map(({ reference }) => reference?.value)).toEqual([11.4, 0.2, 4, 8700]);
    for (const { lo, hi, reference } of references) {
      expect((lo + hi) / 2).toBeCloseTo(reference?.value ?? Number.NaN, 12);
      expect(reference?.provisional).toBe(true);
    }
  });

  test('names as scored form one that is computed, with the unit of the catalogue', () => {
    const computed = statisticalIndicatorsFrom([], { referenceYear: 2019, maxAgeYears: 2 });
    for (const indicator of statisticsOf(method)) {
      expect(computed.find(({ code }) => code === indicator.code)?.forms).toHaveProperty(indicator.scored);
      const described = BUILT_IN.statistics.indicators.find(({ code }) => code === indicator.code);
      expect(indicator.unit).toEqual(described?.scored.unit);
    }
  });

  test('needs A 4, B 2, C 3 and D 9 indicators and keeps one collapsed block visible', () => {
    expect(method.blocks.map(({ id, minimum }) => `${id} ${minimum}`)).toEqual(['A 4', 'B 2', 'C 3', 'D 9']);
    expect(method.blocks.every(({ aggregation }) => aggregation === 'arithmetic')).toBe(true);
    expect(method.subIndices.map(({ id, blocks, aggregation }) => [id, ...blocks, aggregation])).toEqual([
      ['objective', 'A', 'B', 'geometric'],
      ['subjective', 'C', 'D', 'geometric'],
    ]);
    expect(method.integral.aggregation).toBe('geometric');
    expect([method.floor, method.maxAgeYears]).toEqual([1, 2]);
  });

  test('calls blocks, parts and the score by their printed names', () => {
    for (const block of method.blocks) {
      expect(block.name).toEqual(printed(`text lbl_block_${block.id.toLowerCase()}`));
      expect(block.shortName).toEqual(printed(`text lbl_block_${block.id.toLowerCase()}_short`));
    }
    for (const part of method.subIndices) expect(part.name).toEqual(printed(`text lbl_${part.id}`));
    expect(method.integral.name).toEqual(printed('text lbl_integral_score'));
  });
});

test('the default method asks researchers about their own family, authorities and work, and residents about the rest', () => {
  const researchers = Object.entries(placeOf(byDefault)).filter(([, place]) => place === 'researchers headline');
  expect(researchers.map(([code]) => code)).toEqual(['C2', 'D4', 'D11']);
  expect(Object.values(placeOf(byDefault)).filter((place) => place === 'residents headline')).toHaveLength(13);
});

test('the researchers’ variant asks them everything, without commuters where the town itself is meant', () => {
  const withoutCommuters = Object.entries(placeOf(byResearchers)).filter(([, place]) => place === 'researchers headline_living');
  expect(withoutCommuters.map(([code]) => code)).toEqual(['C3', 'C4', 'D2', 'D5', 'D6', 'D7', 'D8', 'D9', 'D10']);
  expect(Object.values(placeOf(byResearchers)).filter((place) => place === 'researchers headline')).toHaveLength(7);
});

test('the two methods differ in nothing but where the survey indicators come from', () => {
  expect(statisticsOf(byResearchers)).toEqual(statisticsOf(byDefault));
  expect({ ...byResearchers, id: '', name: '', description: '', indicators: [] }).toEqual({
    ...byDefault,
    id: '',
    name: '',
    description: '',
    indicators: [],
  });
});
