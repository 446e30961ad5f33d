import { expect, it } from 'vitest';
import type { Definition } from '../../../survey-definitions/contract/index.js';
import { loadDefinitions } from '../../definitions/index.js';
import { configFrom } from '../../config.js';
import { fileFormatFrom } from '../files/profile.js';
import { responseColumnsOf } from '../tables/responseColumns.js';
import { aWave, drawnResponses } from '../../../test/support/resultsScenario.js';
import { protectedResponsesFrom, type ProtectedResponses } from './protectedResponses.js';

const K = 5;
const definition: Definition = loadDefinitions(configFrom({}).rootDir).definition('researchers', 1);
const columns = responseColumnsOf(definition, new Map());
const wave = aWave({ slug: 'researchers', population: 'researchers', definitionId: 'researchers' });

function protectedFileOf(count: number, seed: number): ProtectedResponses | null {
  const responses = drawnResponses(wave, 'zhezkazgan', definition, count, seed);
  return protectedResponsesFrom(definition, columns, responses, fileFormatFrom('machine', {}), K);
}

/** Columns of which somebody else may know the answer: everything that is no opinion asked of all, and no mark of quality. */
const FACTS = new Set(columns.filter(({ tells }) => tells === 'fact').map(({ name }) => name));
const ROUTED = new Set(columns.filter(({ tells }) => tells === 'routed').map(({ name }) => name));

it.each([26, 60, 300])('of %i researchers every combination of facts in the file belongs to five or more', (count) => {
  const file = protectedFileOf(count, count);
  const names = file?.table.columns ?? [];
  const combinations = [...((file?.table.rows ?? []) as Iterable<readonly unknown[]>)].map((row) =>
    JSON.stringify(
      row.map((value, at) => {
        const name = names[at] ?? '';
        if (FACTS.has(name)) return value;
        return ROUTED.has(name) ? value === -4 : null;
      }),
    ),
  );
  expect(combinations).toHaveLength(count);
  for (const combination of combinations)
    expect(combinations.filter((other) => other === combination).length).toBeGreaterThanOrEqual(K);
});

it('the more people, the more is left of what they said about themselves', () => {
  const few = protectedFileOf(26, 1);
  const many = protectedFileOf(1000, 1);
  expect(few?.dropped).toEqual(expect.arrayContaining(['age_group', 'r_degree']));
  expect(few?.table.columns).toContain('d1_life_satisfaction');
  expect(many?.table.columns.length).toBeGreaterThan(few?.table.columns.length ?? Infinity);
});

it('durations are left out and origin and town always said', () => {
  const file = protectedFileOf(26, 2);
  expect(file?.dropped).toContain('_duration_s');
  expect(file?.table.columns.slice(0, 2)).toEqual(['_origin', '_town']);
});

it('fewer than five researchers get no file', () => {
  expect(protectedFileOf(4, 3)).toBeNull();
});
