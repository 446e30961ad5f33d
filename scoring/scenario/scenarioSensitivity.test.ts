import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inputsOfAnyTown, m25, printedInputsOf, without } from '../../test/support/scenarioTowns.js';
import { scenarioFrom, scenarioSensitivityFrom, type Movement, type ScenarioInputs, type ScenarioReading } from '../index.js';

const A_LITTLE = 1e-7;
const STEPS = [0, 0.2, 0.4, 0.6, 0.8];

const levelsOf = ({ figures }: ScenarioReading): string =>
  figures.map((figure) => (figure.state === 'computed' ? figure.level : 'missing')).join();
const leadersOf = ({ marks }: ScenarioReading): string => (marks.state === 'marked' ? marks.leadingByPercent.join() : 'missing');

const sensitivityOf = (inputs: ScenarioInputs, input: string, unemploymentReversed = false) => {
  const found = scenarioSensitivityFrom(m25, inputs, { unemploymentReversed }).find((one) => one.input === input);
  if (!found) throw new Error(`${input} is missing`);
  return found;
};

/** Nothing changes on the way to the change; just past it, it has changed. Without one, nothing changes up to the limit. */
function expectFirstChange(
  from: number,
  movement: Movement<unknown> | null,
  limit: number,
  read: (value: number) => string,
): void {
  const way = Math.sign(limit - from);
  if (way === 0) return;
  const end = movement?.to ?? (Number.isFinite(limit) ? limit : from + way * 1e6);
  for (const step of STEPS) {
    const before = from + step * (end - from);
    if (Math.abs(end - before) > A_LITTLE) expect(read(before)).toBe(read(from));
  }
  if (movement && Math.abs(limit - end) > A_LITTLE) expect(read(end + way * A_LITTLE)).not.toBe(read(from));
}

describe('the sensitivity of a development scenario', () => {
  it('says where a band and the leaders first change: there they do, and not before', () => {
    fc.assert(
      fc.property(inputsOfAnyTown, fc.constantFrom(...m25.inputs), fc.boolean(), (town, input, unemploymentReversed) => {
        const { id, kind, minimum, maximum } = input;
        const value = town[id];
        if (kind === 'flag' || value === undefined || id === m25.reversal.input) return;
        const inputs = { ...town, unemployment: 100 };
        const read = (moved: number) => scenarioFrom(m25, { ...inputs, [id]: moved }, { unemploymentReversed });
        const { band, leadingByPercent } = sensitivityOf(inputs, id, unemploymentReversed);
        const lower = id === 'natural_growth' ? -(town.economically_active ?? 0) : (minimum ?? -Infinity);
        for (const [way, limit] of [
          ['down', lower],
          ['up', maximum ?? Infinity],
        ] as const) {
          // prettier-ignore
          expectFirstChange(value, band[way], limit, (moved) => levelsOf(read(moved)));
          expectFirstChange(value, leadingByPercent?.[way] ?? null, limit, (moved) => leadersOf(read(moved)));
        }
      }),
      { numRuns: 150 },
    );
  });

  it('is exact: 35²/27.3 of output make Balkhash lowly mono-profile, and 100 % is not enough for high', () => {
    const { band } = sensitivityOf(printedInputsOf('balkhash'), 'enterprise_output');
    expect(band.down).toEqual({
      to: 35 ** 2 / 27.3,
      by: 80 - 35 ** 2 / 27.3,
      isBeyond: true,
      outcome: { indicator: 'mono-profile', level: 'low' },
    });
    expect(band.up).toBeNull();
  });

  it('goes through an indicator between: wages that make Balkhash’s socio-economic potential high', () => {
    const { band } = sensitivityOf(printedInputsOf('balkhash'), 'wage');
    expect(band.up?.to).toBeCloseTo((4 * 30 ** 2) / 15.825 - (1.4 + 4.2 + 111), 10);
    expect(band.up).toMatchObject({ isBeyond: false, outcome: { indicator: 'socio-economic', level: 'high' } });
  });

  it('runs the other way where unemployment is turned round', () => {
    const plain = sensitivityOf(printedInputsOf('temirtau'), 'unemployment');
    const reversed = sensitivityOf(printedInputsOf('temirtau'), 'unemployment', true);
    expect(plain.band.down?.to).toBeCloseTo((4 * 30 ** 2) / 18.7 - (95.4 + 0.7 + 7.2), 10);
    expect(reversed.band.up?.to).toBeCloseTo(200 - (plain.band.down?.to ?? 0), 10);
    expect([plain.band.up, reversed.band.down]).toEqual([null, null]);
  });

  it('turns a flag over as a whole, one way only', () => {
    const { band, leadingByPercent } = sensitivityOf(printedInputsOf('karazhal'), 'agglomeration_1');
    expect(band).toEqual({
      down: null,
      up: { by: 100, to: 100, isBeyond: false, outcome: { indicator: 'agglomeration', level: 'above-average' } },
    });
    expect(leadingByPercent?.down).toBeNull();
  });

  it('names the leaders after the change', () => {
    const { leadingByPercent } = sensitivityOf(printedInputsOf('karazhal'), 'agglomeration_1');
    const after = scenarioFrom(m25, { ...printedInputsOf('karazhal'), agglomeration_1: 100 }).marks;
    expect(leadingByPercent?.up?.outcome ?? ['balanced']).toEqual(after.state === 'marked' ? after.leadingByPercent : []);
  });

  it('is silent on leaders while marks are missing, and on inputs that are', () => {
    const inputs = without('wage', printedInputsOf('balkhash'));
    expect(scenarioSensitivityFrom(m25, inputs).map(({ input }) => input)).not.toContain('wage');
    expect(sensitivityOf(inputs, 'output')).toEqual({
      input: 'output',
      band: { down: null, up: null },
      leadingByMarks: null,
      leadingByPercent: null,
    });
    expect(sensitivityOf(inputs, 'enterprise_output').band.down?.outcome).toEqual({ indicator: 'mono-profile', level: 'low' });
  });
});
