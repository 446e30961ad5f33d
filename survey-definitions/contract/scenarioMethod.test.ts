import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ScenarioMethodSchema, type ScenarioMethod } from './index.js';

const file = join(import.meta.dirname, '../scenario/m25-scenario.v1.json');
const fresh = (): ScenarioMethod => ScenarioMethodSchema.parse(JSON.parse(readFileSync(file, 'utf8')));

/** The faults of the built-in method after a change, each with its place. */
function faultsAfter(change: (method: ScenarioMethod) => void): string[] {
  const method = fresh();
  change(method);
  const parsed = ScenarioMethodSchema.safeParse(method);
  return parsed.success ? [] : parsed.error.issues.map(({ path, message }) => `${path.map(String).join('.')}: ${message}`);
}
const indicatorOf = ({ indicators }: ScenarioMethod, id: string) => {
  const found = indicators.find((indicator) => indicator.id === id);
  if (!found) throw new Error(`there is no ${id}`);
  return found;
};

describe('a scenario method', () => {
  it.each<[what: string, change: (method: ScenarioMethod) => void, fault: string]>([
    [
      'bands out of order',
      (method) => {
        indicatorOf(method, 'special').bands.reverse();
      },
      'must be higher than the band before it',
    ],
    [
      'a first band above 0',
      (method) => {
        indicatorOf(method, 'special').bands.shift();
      },
      'indicators.8.bands.0.from: the first band must begin at 0',
    ],
    [
      'points for a band that is not there',
      (method) => {
        Object.assign(method.rule.scenarios[1]?.terms[0]?.points ?? {}, { average: 1 });
      },
      'rule.scenarios.1.terms.0.points.average: "mono-profile" has no band "average"',
    ],
    [
      'half a point',
      (method) => {
        Object.assign(method.rule.scenarios[1]?.terms[0]?.points ?? {}, { medium: 0.5 });
      },
      'rule.scenarios.1.terms.0.points.medium',
    ],
    [
      'an indicator before what it rests on',
      (method) => {
        method.indicators.reverse();
      },
      'neither an input nor an indicator before: "economic"',
    ],
    [
      'an input that enters twice',
      (method) => {
        indicatorOf(method, 'socio-economic').formula = { kind: 'mean', of: ['economic', 'output'] };
      },
      '"output" enters twice',
    ],
    [
      'a switch for an input that is not there',
      (method) => {
        method.reversal.input = 'employment';
      },
      'reversal.input: no input "employment"',
    ],
  ])('refuses %s', (_, change, fault) => {
    expect(faultsAfter(change).join('\n')).toContain(fault);
  });

  it('comes with the platform without a fault', () => {
    expect(faultsAfter(() => undefined)).toEqual([]);
  });
});
