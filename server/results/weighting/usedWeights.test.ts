import { parse } from 'csv-parse/sync';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { surveyEstimatesFrom, type DataColumns } from '../../../scoring/index.js';
import { columnsOf } from '../../../test/support/columns.js';
import { lookedAtMargins, usedWeightsFrom } from './usedWeights.js';
import { mergeOffersFrom } from './mergeOffers.js';
import type { Adjustment, Margin } from './weighting.js';

const people = { population: 'headline', excludedFlags: [] };

function margin(variables: string[], figures: [codes: number[], value: number][], changes: Partial<Margin> = {}): Margin {
  const categories = figures.map(([codes, value]) => ({ codes, value }));
  return { variables, unit: 'count', categories, source: 'Census, table 3', year: 2021, merges: [], ...changes };
}

const sex = margin(['sex'], [[[1], 400], [[2], 600]]); // prettier-ignore
const townspeople = (...answers: Record<string, number>[]): DataColumns => columnsOf(answers);

describe('weights of a wave against R survey 4.1.1', () => {
  const folder = `${process.cwd()}/test/reference/05-survey`;
  const rows = parse<Record<string, string>>(readFileSync(`${folder}/apisrs.csv`), { columns: true });
  const codes: Record<string, number> = { E: 1, H: 2, M: 3, No: 0, Yes: 1 };
  const schools = columnsOf(
    rows.map((row) => ({
      stype: codes[row.stype ?? ''] ?? -1,
      sch_wide: codes[row.sch_wide ?? ''] ?? -1,
      api00: Number(row.api00),
      one: 1,
    })),
  );
  const stype = margin(['stype'], [[[1], 4421], [[2], 755], [[3], 1018]]); // prettier-ignore
  const schoolWide = margin(['sch_wide'], [[[0], 1072], [[1], 5122]]); // prettier-ignore

  it.each([
    ['apisrs-rake', 'raking', [stype, schoolWide]],
    ['apisrs-poststratify', 'post-stratification', [stype]],
  ] as [string, Adjustment, Margin[]][])('%s: the mean and its standard error', (name, adjustment, margins) => {
    const { expected } = JSON.parse(readFileSync(`${folder}/${name}.json`, 'utf8')) as {
      expected: { means: { name: string; estimate: number; se: number }[] };
    };
    const used = usedWeightsFrom(schools, { adjustment, margins }, people);
    if (used.state !== 'weighted') throw new Error(used.state);
    const request = {
      kind: 'ratio',
      code: 'api00',
      numerator: 'api00',
      denominator: 'one',
      analysisPopulation: 'headline',
    } as const;
    const { weights, adjustment: known } = used.placed;
    const options = { populationSizes: { headline: 6194 }, ...(known && { adjustment: known }) };
    const found = surveyEstimatesFrom({ ...schools, weights }, [request], options).estimates.api00;
    const wanted = expected.means.find((mean) => mean.name === 'api00');
    expect(used.account.conservative).toBe(false);
    expect(found).toMatchObject({
      value: expect.closeTo(wanted?.estimate ?? 0, 3) as number,
      standardErrorOfPopulation: expect.closeTo(wanted?.se ?? 0, 4) as number,
    });
  });
});

describe('weights of a wave', () => {
  const sixMenFourWomen = Array.from({ length: 10 }, (_, at) => ({ sex: at < 6 ? 1 : 2, age: 1 + (at % 2) }));

  it('are none without margins or where the coordinator wants none', () => {
    const columns = townspeople(...sixMenFourWomen);
    expect(usedWeightsFrom(columns, null, people).state).toBe('unweighted');
    expect(usedWeightsFrom(columns, { adjustment: 'none', margins: [sex] }, people).state).toBe('unweighted');
  });

  it('leave out whoever is outside the headline population or excluded by a flag', () => {
    const columns = {
      ...townspeople(...sixMenFourWomen, { sex: 1 }, { sex: 1 }),
      populations: { headline: Uint8Array.from({ length: 12 }, (_, row) => Number(row !== 10)) },
      flags: { speeder: Uint8Array.from({ length: 12 }, (_, row) => Number(row === 11)) },
    };
    const used = usedWeightsFrom(columns, { adjustment: 'raking', margins: [sex] }, { ...people, excludedFlags: ['speeder'] });
    if (used.state !== 'weighted') throw new Error(used.state);
    expect(used.account.summary.n).toBe(10);
    expect(Array.from(used.placed.weights.slice(10))).toEqual([1, 1]);
    expect(used.placed.weights[0]).toBeCloseTo(2 / 3, 9);
  });

  it('weigh the cells of two variables as one margin', () => {
    const cells = margin(['sex', 'age'], [[[1, 1], 200], [[1, 2], 200], [[2, 1], 300], [[2, 2], 300]]); // prettier-ignore
    const used = usedWeightsFrom(
      townspeople(...sixMenFourWomen),
      { adjustment: 'post-stratification', margins: [cells] },
      people,
    );
    expect(used).toMatchObject({ state: 'weighted', account: { kind: 'post-stratification', iterations: 0, clipped: 0 } });
  });

  it.each([
    [{ code: 'unknown-variable', variables: ['height'] }, 'raking', [margin(['height'], [[[1], 5], [[2], 5]])]],
    [{ code: 'unknown-category', variables: ['sex'], codes: [2] }, 'raking', [margin(['sex'], [[[1], 5], [[3], 5]])]],
    [{ code: 'unknown-category', variables: ['sex'], codes: [2] }, 'raking', [margin(['sex'], [[[1], 5], [[2], 0]])]],
    [{ code: 'empty-category', variables: ['sex'], codes: [3] }, 'raking', [margin(['sex'], [[[1], 5], [[2], 5], [[3], 5]])]],
    [{ code: 'totals-differ' }, 'raking', [sex, margin(['age'], [[[1], 5], [[2], 5]])]],
    [{ code: 'one-margin-only' }, 'post-stratification', [sex, sex]],
    [{ code: 'collinear' }, 'linear-calibration', [sex, margin(['sex'], [[[1], 500], [[2], 500]])]],
  ] as [object, Adjustment, Margin[]][])('are refused by name: %o', (fault, adjustment, margins) => {
    const used = usedWeightsFrom(townspeople(...sixMenFourWomen), { adjustment, margins }, people);
    expect(used).toEqual({ state: 'fault', fault });
  }); // prettier-ignore

  it('are refused where margins contradict each other, naming one', () => {
    const twice = townspeople(...sixMenFourWomen.map((one) => ({ ...one, again: one.sex })));
    const margins = [sex, margin(['again'], [[[1], 500], [[2], 500]])]; // prettier-ignore
    expect(usedWeightsFrom(twice, { adjustment: 'raking', margins }, people)).toMatchObject({
      fault: { code: 'no-agreement', variables: expect.any(Array) as unknown },
    });
  });
});

describe('categories with few respondents', () => {
  const cells = margin(['sex', 'age'], [[[1, 1], 200], [[1, 2], 200], [[1, 3], 100], [[2, 1], 300], [[2, 2], 300]]); // prettier-ignore
  const columns = townspeople(
    ...Array.from({ length: 24 }, (_, at) => ({ sex: 1 + (at % 2), age: 1 + (Math.floor(at / 2) % 2) })),
  );

  it('are offered their neighbour of the same sex', () => {
    const offers = mergeOffersFrom([cells], lookedAtMargins(columns, [cells], people) ?? []);
    expect(offers).toEqual([{ variables: ['sex', 'age'], codes: [1, 3], respondents: 0, into: [1, 2] }]);
  });

  it('can be weighted once they are merged', () => {
    const merged = { ...cells, merges: [{ codes: [1, 3], into: [1, 2] }] };
    const used = usedWeightsFrom(columns, { adjustment: 'raking', margins: [merged] }, people);
    expect(used.state).toBe('weighted');
    expect(mergeOffersFrom([merged], lookedAtMargins(columns, [merged], people) ?? [])).toEqual([]);
  });
});
