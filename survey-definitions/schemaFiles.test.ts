import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { BUILT_IN, residents, researchers } from '../test/definitions/builtIn.js';
import { everyItemType } from '../test/support/everyItemType.js';
import type { Definition } from './contract/index.js';
import { schemaFiles } from './schemaFiles.js';

type Validator = new (options: object) => { compile(schema: unknown): (value: unknown) => boolean };

/** A validator that knows nothing of zod: the one that comes with the linter. */
const requireHere = createRequire(import.meta.url);
const Ajv = createRequire(requireHere.resolve('eslint/package.json'))('ajv') as Validator;

const schemaOf = (name: string): { definitions: Record<string, unknown> } =>
  JSON.parse(schemaFiles().find(({ file }) => file === `${name}.schema.json`)?.text ?? '') as never;
const accepts = (name: string) => new Ajv({}).compile(schemaOf(name));
const fileOf = (path: string): unknown => JSON.parse(readFileSync(join(import.meta.dirname, path), 'utf8'));

test.each(schemaFiles())('$file is what the contract says today', ({ file, text }) => {
  expect(readFileSync(join(import.meta.dirname, 'schemas', file), 'utf8')).toBe(text);
});

describe('an editor that checks by the schemas', () => {
  test('accepts every file that comes with the platform', () => {
    expect(accepts('questionnaire')(fileOf('residents/v1.json'))).toBe(true);
    expect(accepts('questionnaire')(fileOf('researchers/v1.json'))).toBe(true);
    expect(accepts('method')(fileOf('methods/zhezkazgan-2020.v1.json'))).toBe(true);
    expect(accepts('method')(fileOf('methods/zhezkazgan-2020-researchers.v1.json'))).toBe(true);
    expect(accepts('scenario-method')(fileOf('scenario/m25-scenario.v1.json'))).toBe(true);
    expect(accepts('published-scenarios')(fileOf('scenario/published.v1.json'))).toBe(true);
    expect(accepts('directions')(fileOf('directions/v1.json'))).toBe(true);
    expect(accepts('statistics')(fileOf('statistics/v1.json'))).toBe(true);
    expect(accepts('towns')(fileOf('towns.json'))).toBe(true);
    expect(accepts('preset')(fileOf('presets/l24.json'))).toBe(true);
  });

  test('accepts the platform’s own reading of them, and items of every type', () => {
    for (const definition of [residents, researchers, everyItemType()]) expect(accepts('questionnaire')(definition)).toBe(true);
    expect(accepts('statistics')(BUILT_IN.statistics)).toBe(true);
  });

  const wrong: [what: string, change: (definition: Definition) => unknown][] = [
    ['an unknown field', (definition) => ({ ...definition, colour: 'blue' })],
    ['a text without Kazakh', (definition) => ({ ...definition, title: { ru: 'а', en: 'a' } })],
    ['an id in capitals', (definition) => ({ ...definition, id: 'Residents' })],
    ['a version of 1.5', (definition) => ({ ...definition, version: 1.5 })],
    [
      'a condition that compares in an unknown way, however deep',
      (definition) => ({
        ...definition,
        endings: [{ when: { all: [{ not: { any: [{ item: 'a', op: '=', value: 1 }] } }] }, ending: 'declined' }],
      }),
    ],
  ];
  test.each(wrong)('points at %s', (_what, change) => {
    expect(accepts('questionnaire')(change(everyItemType()))).toBe(false);
  });
});

test('a condition refers to itself by name', () => {
  expect(JSON.stringify(schemaOf('questionnaire').definitions.condition)).toContain('"#/definitions/condition"');
});
