import { describe, expect, it } from 'vitest';
import { townScoreFrom, type ScoreInputs } from '../../../scoring/index.js';
import { MethodSchema, type Method } from '../../../survey-definitions/contract/index.js';
import { completeMethod, inputsOf } from '../../../test/support/comparedTown.js';
import { stepsOf } from './steps.js';
import { comparedValuesFrom, weightsFromTowns, type TownsOfYear } from './townFigures.js';

const method = completeMethod();
/** Scores that rise from town to town, each indicator bent in its own way. */
const scoreIn = (town: number) => (code: string) => 20 + 5 * town + ((town * town * (code.charCodeAt(1) % 5) + code.length) % 7);
const yearOf = (count: number): TownsOfYear => ({
  year: 2025,
  towns: Array.from({ length: count }, (_, at) => ({ townId: `town-${at}`, inputs: inputsOf(method, scoreIn(at), 3) })),
});
const stepOf = (id: string) => {
  const step = stepsOf(method).find((each) => each.id === id);
  if (!step) throw new Error(`no step ${id}`);
  return step;
};

function without(code: string, inputs: ScoreInputs): ScoreInputs {
  return { ...inputs, indicators: { ...inputs.indicators, [code]: { state: 'missing', reason: 'suppressed' } } };
}

describe('the place among towns that a method keeps', () => {
  it('scores the lowest town 0 and the highest 100, and does not move when towns change later', () => {
    const compared = comparedValuesFrom(method, 'C1', yearOf(12));
    const kept: Method = {
      ...method,
      indicators: method.indicators.map((each) =>
        each.code === 'C1' && each.source === 'survey'
          ? { ...each, normalisation: { type: 'minmax', direction: 'benefit', compared } }
          : each,
      ),
    };
    expect(MethodSchema.parse(kept)).toEqual(kept);
    const scores = yearOf(12).towns.map(({ inputs }) => townScoreFrom(kept, inputs).indicators.find(({ code }) => code === 'C1'));
    const values = scores.map((each) => (each?.state === 'scored' ? each.score : Number.NaN));
    expect([Math.min(...values), Math.max(...values)]).toEqual([0, 100]);
    const [lowest, highest] = [0, 11].map((at) => compared.towns[at]?.value ?? Number.NaN);
    expect(values[5]).toBeCloseTo(
      (100 * ((compared.towns[5]?.value ?? 0) - (lowest ?? 0))) / ((highest ?? 0) - (lowest ?? 0)),
      1,
    );
  });

  it('counts only towns with every indicator, and takes ten of them', () => {
    const { year, towns } = yearOf(12);
    const gaps = towns.map((town, at) => (at < 3 ? { ...town, inputs: without('D7', town.inputs) } : town));
    expect(() => comparedValuesFrom(method, 'C1', { year, towns: gaps })).toThrow(
      'too-few-rows {"input":"C1","rows":9,"needed":10}',
    );
    expect(comparedValuesFrom(method, 'C1', { year, towns: gaps.slice(0, 2).concat(towns.slice(2)) }).towns).toHaveLength(10);
  });

  it('keeps no more digits of a survey than public files do', () => {
    const { year, towns } = yearOf(10);
    const exact = towns.map((town, at) => ({
      ...town,
      inputs: {
        ...town.inputs,
        indicators: { ...town.inputs.indicators, C1: { state: 'present' as const, value: 40.123456 + at } },
      },
    }));
    expect(comparedValuesFrom(method, 'C1', { year, towns: exact }).towns[0]).toEqual({ town: 'town-0', value: 40.1 });
  });
});

describe.each(['pca', 'entropy', 'critic'] as const)('weights of towns by %s', (kind) => {
  it('are kept in the method with their year and towns', () => {
    const weights = weightsFromTowns(kind, method, stepOf('C'), yearOf(12));
    expect(weights).toMatchObject({ type: kind, year: 2025, towns: yearOf(12).towns.map(({ townId }) => townId) });
    expect(Object.keys(weights.values)).toEqual(['C1', 'C2', 'C3', 'C4']);
    expect(Object.values(weights.values).reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 5);
  });

  it('need more towns than members, at least ten', () => {
    expect(() => weightsFromTowns(kind, method, stepOf('C'), yearOf(9))).toThrow('too-few-rows {"rows":9,"needed":10}');
    expect(() => weightsFromTowns(kind, method, stepOf('D'), yearOf(12))).toThrow('too-few-rows {"rows":12,"needed":13}');
  });
});
