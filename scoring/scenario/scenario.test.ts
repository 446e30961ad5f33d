import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inputsOfAnyTown, m25, nothingAnywhere, without } from '../../test/support/scenarioTowns.js';
import { greatestMark, marksFromBands, recommendedMixFrom, scenarioFrom, type ScenarioReading } from '../index.js';

const valueOf = ({ figures }: ScenarioReading, id: string): number => {
  const found = figures.find((figure) => figure.id === id);
  return found?.state === 'computed' ? found.value : Number.NaN;
};

describe('a development scenario', () => {
  it('never falls in any indicator but the diversification level when an input rises', () => {
    fc.assert(
      fc.property(inputsOfAnyTown, fc.constantFrom(...m25.inputs), (inputs, { id, kind, maximum }) => {
        const more = kind === 'flag' ? 100 : Math.min((inputs[id] ?? 0) + 1, maximum ?? Infinity);
        const [before, after] = [scenarioFrom(m25, inputs), scenarioFrom(m25, { ...inputs, [id]: more })];
        for (const indicator of m25.indicators) {
          const change = valueOf(after, indicator.id) - valueOf(before, indicator.id);
          expect(indicator.id === 'diversification-level' ? -change : change).toBeGreaterThanOrEqual(-1e-12);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('leaves only those indicators missing that rest on a missing input, and says which', () => {
    const inputs = without('wage', nothingAnywhere);
    const { figures, marks } = scenarioFrom(m25, inputs);
    expect(figures.filter(({ state }) => state === 'missing')).toEqual(
      ['social', 'socio-economic'].map((id) => ({ state: 'missing', id, reason: 'missing-inputs', missing: ['wage'] })),
    );
    expect(marks).toEqual({ state: 'missing', reason: 'missing-indicators', missing: ['socio-economic'] });
    expect(recommendedMixFrom(marks)).toEqual({ state: 'missing', reason: 'missing-indicators' });
  });

  it('names the indicator and the inputs of a negative sum under a root', () => {
    expect(() => scenarioFrom(m25, { ...nothingAnywhere, natural_growth: -4, economically_active: 1 })).toThrow(
      'negative-root {"part":"demographic","input":["natural_growth","economically_active"],"total":-3}',
    );
  });

  it.each([
    ['a share above 100', { enterprise_output: 100.1 }, 'out-of-range {"input":"enterprise_output"'],
    ['an economically active share above 100', { economically_active: 101 }, 'out-of-range {"input":"economically_active"'],
    ['a flag of 50', { tourism: 50 }, 'out-of-range {"input":"tourism"'],
    ['no number', { wage: Number.NaN }, 'not-finite {"input":"wage"}'],
    ['an input that nobody knows', { wages: 1 }, 'unknown-option {"input":"wages"}'],
  ])('refuses %s by name', (_, inputs, error) => {
    expect(() => scenarioFrom(m25, { ...nothingAnywhere, ...inputs })).toThrow(error);
  });

  it('takes unemployment above the base and a natural growth below nothingAnywhere', () => {
    const figures = { ...nothingAnywhere, unemployment: 111, natural_growth: -4, economically_active: 49 };
    expect(valueOf(scenarioFrom(m25, figures), 'demographic')).toBeCloseTo(Math.sqrt(45), 12);
  });

  it('turns a band into marks, refusing a band that the indicator does not have', () => {
    expect(() => marksFromBands(m25, { 'mono-profile': 'average' })).toThrow('unknown-option {"part":"mono-profile"');
  });

  it('has no leader and no mix where all marks are 0', () => {
    const rule = { ...m25.rule, scenarios: m25.rule.scenarios.filter(({ id }) => id !== 'inertial') };
    const { marks } = scenarioFrom({ ...m25, rule }, { ...nothingAnywhere, enterprise_output: 100, enterprise_employment: 100 });
    expect(marks).toMatchObject({ leadingByMarks: [], leadingByPercent: [] });
    expect(recommendedMixFrom(marks)).toEqual({ state: 'missing', reason: 'no-marks' });
  });

  it('never gives more marks than the greatest possible', () => {
    fc.assert(
      fc.property(inputsOfAnyTown, (inputs) => {
        const { marks } = scenarioFrom(m25, inputs);
        if (marks.state === 'missing') return;
        for (const [at, { mark, maximum, percent }] of marks.marks.entries()) {
          expect(maximum).toBe(greatestMark(m25.rule.scenarios[at]?.terms ?? []));
          expect(mark).toBeLessThanOrEqual(maximum);
          expect(percent).toBeLessThanOrEqual(100);
        }
      }),
      { numRuns: 50 },
    );
  });
});
