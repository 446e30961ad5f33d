import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DefinitionSchema, type Definition } from '../../../survey-definitions/contract/index.js';
import type { StoredResponse } from '../../respond/index.js';
import { columnPlanOf } from './columnPlan.js';
import { blockFrom, idsOf, mergedBlock } from './matrixBlock.js';
import { bytesOf, dataFrom } from './matrixColumn.js';

const residents: Definition = DefinitionSchema.parse(
  JSON.parse(readFileSync(new URL('../../../survey-definitions/residents/v1.json', import.meta.url), 'utf8')),
);
const plan = columnPlanOf(residents);

const response = fc.record({
  _id: fc.uint8Array({ minLength: 16, maxLength: 16 }).map((bytes) => Buffer.from(bytes).toString('hex')),
  d6_climate: fc.constantFrom(-5, -4, -3, -2, -1, 1, 2, 3, 4, 5),
  income: fc.double({ min: -5, max: 1e9, noNaN: true }),
  durationSteps: fc.option(fc.nat(10_000), { nil: undefined }),
});

function storedFrom(value: typeof response extends fc.Arbitrary<infer Value> ? Value : never): StoredResponse {
  return {
    _id: value._id,
    wave: 'residents-2026',
    townId: 'zhezkazgan',
    definitionId: 'residents',
    definitionVersion: 1,
    language: 'kk',
    answers: { d6_climate: value.d6_climate },
    analysisPopulations: ['headline'],
    derived: { hh_income_per_member: value.income },
    flags: { speeder: true, straightliner: false, highMissing: false, duplicate: false },
    ...(value.durationSteps === undefined ? {} : { durationSteps: value.durationSteps }),
    date: '2026-05-12',
    origin: 'respondent',
    status: 'valid',
    folded: false,
  };
}

const someResponses = fc.uniqueArray(response.map(storedFrom), { selector: ({ _id }) => _id, maxLength: 20 });

describe('a block of the data matrix', () => {
  it('is the same whether its responses came at once or in two parts', () => {
    fc.assert(
      fc.property(someResponses, fc.nat(20), (responses, cut) => {
        const parts = mergedBlock(blockFrom(plan, responses.slice(0, cut)), blockFrom(plan, responses.slice(cut)));
        expect(parts).toEqual(blockFrom(plan, responses));
      }),
      { numRuns: 50 },
    );
  });

  it('keeps rows in the order of their random ids, not of their arrival', () => {
    fc.assert(
      fc.property(someResponses, (responses) => {
        const ids = idsOf(blockFrom(plan, responses));
        expect(ids).toEqual(responses.map(({ _id }) => _id).sort());
      }),
      { numRuns: 30 },
    );
  });

  it('gives back from its bytes exactly what was put in', () => {
    fc.assert(
      fc.property(someResponses, (responses) => {
        const { rows, columns } = blockFrom(plan, responses);
        for (const column of columns) expect(dataFrom(column.type, bytesOf(column), rows)).toEqual(column.data);
      }),
      { numRuns: 30 },
    );
  });

  it('stores numbers with the low byte first', () => {
    expect([...bytesOf({ type: 'int16', data: Int16Array.of(-4, 258) })]).toEqual([0xfc, 0xff, 0x02, 0x01]);
  });

  it('refuses bytes that do not make its rows', () => {
    expect(() => dataFrom('int16', new Uint8Array(3), 2)).toThrow('int16 column of 2 rows');
  });
});

describe('the plan of columns', () => {
  const withList: Definition = structuredClone(residents);
  withList.lists.push({
    id: 'reasons',
    options: [1, 2, 3].map((code) => ({ code, label: { kk: 'к', ru: 'р', en: 'e' } })),
  });
  const text = { kk: 'к', ru: 'р', en: 'e' };
  withList.sections[0]?.items.push(
    { type: 'multiple', id: 'why', text, list: 'reasons', special: [-1] },
    { type: 'ranking', id: 'order', text, list: 'reasons', special: [-2] },
    { type: 'text', id: 'remark', text, maxLength: 100, special: [-2] },
  );
  const values = (answers: StoredResponse['answers']): Record<string, number> => {
    const stored = { ...storedFrom({ _id: '0'.repeat(32), d6_climate: 3, income: 1, durationSteps: 2 }), answers };
    return Object.fromEntries(columnPlanOf(withList).map(({ id, valueIn }) => [id, valueIn(stored)]));
  };

  it('gives a choice of several one column a code, and a special code stands in each', () => {
    expect(values({ why: [1, 3] })).toMatchObject({ why__1: 1, why__2: 0, why__3: 1 });
    expect(values({ why: -1 })).toMatchObject({ why__1: -1, why__2: -1, why__3: -1 });
  });

  it('gives a ranking one column a code with its rank', () => {
    expect(values({ order: [3, 1, 2] })).toMatchObject({ order__1: 2, order__2: 3, order__3: 1 });
  });

  it('leaves texts in the responses', () => {
    expect(values({ remark: 'the air' })).not.toHaveProperty('remark');
  });

  it('counts days, not times', () => {
    expect(values({}).day).toBe(20_585);
  });
});
