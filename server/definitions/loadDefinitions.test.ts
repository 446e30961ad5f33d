import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { AppError } from '../errors.js';
import { loadDefinitions } from './index.js';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
const RESIDENTS = 'residents/v1.json';
const METHOD = 'methods/zhezkazgan-2020.v1.json';

describe('what is built in', () => {
  const definitions = loadDefinitions(PROJECT);

  test('is two questionnaires, two methods, 27 towns and the catalogue of statistics', () => {
    expect(definitions.definitions.map(({ id, version }) => `${id} v${version}`)).toEqual(['researchers v1', 'residents v1']);
    expect(definitions.methods.map(({ id }) => id)).toEqual(['zhezkazgan-2020', 'zhezkazgan-2020-researchers']);
    expect(definitions.towns).toHaveLength(27);
    expect(definitions.statistics.indicators).toHaveLength(11);
  });

  test('is found by id and version', () => {
    expect(definitions.definition('residents', 1).minutes).toBe(12);
    expect(definitions.method('zhezkazgan-2020', 1)).toBe(definitions.method('zhezkazgan-2020'));
    expect(definitions.town('temirtau').name.en).toBe('Temirtau');
  });

  test('is asked in vain for what does not exist', () => {
    expect(definitions.findDefinition('residents', 2)).toBeNull();
    expect(definitions.findMethod('zhezkazgan-2020', 2)).toBeNull();
    expect(definitions.findTown('atlantis')).toBeNull();
    for (const ask of [
      () => definitions.definition('residents', 2),
      () => definitions.method('zhezkazgan-2021'),
      () => definitions.town('atlantis'),
    ]) {
      expect(ask).toThrow(AppError);
      expect(ask).toThrow(/^there is no (questionnaire|method|town) /);
    }
  });
});

describe('a fault in a file stops the start', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'aleuet-definitions-'));
    cpSync(join(PROJECT, 'survey-definitions'), join(folder, 'survey-definitions'), {
      recursive: true,
      filter: (path) => !path.endsWith('.ts'),
    });
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  const pathOf = (file: string): string => join(folder, 'survey-definitions', file);
  const replaceIn = (file: string, from: string, to: string): void => {
    const text = readFileSync(pathOf(file), 'utf8');
    if (!text.includes(from)) throw new Error(`${file} does not contain ${from}`);
    writeFileSync(pathOf(file), text.replace(from, to));
  };
  const reported = (): string[] => {
    try {
      loadDefinitions(folder);
    } catch (error) {
      return (error as Error).message.split('\n').slice(1);
    }
    return [];
  };

  test('but a copy without a fault starts', () => {
    expect(reported()).toEqual([]);
  });

  test('with file, path and reason', () => {
    replaceIn(RESIDENTS, '"scale": "buy6"', '"scale": "buy7"');
    expect(reported()).toEqual(['  survey-definitions/residents/v1.json · sections.5.items.4.scale: no scale "buy7"']);
  });

  test('when the shape is wrong', () => {
    replaceIn(RESIDENTS, '"minutes": 12', '"minutes": "twelve"');
    expect(reported()[0]).toMatch(/^ {2}survey-definitions\/residents\/v1\.json · minutes: .*expected number/);
  });

  test('when it is no JSON or not there at all', () => {
    writeFileSync(pathOf(RESIDENTS), '{ "id": ');
    rmSync(pathOf('towns.json'));
    const lines = reported();
    expect(lines[0]).toMatch(/^ {2}survey-definitions\/residents\/v1\.json: .*JSON/);
    expect(lines[1]).toMatch(/^ {2}survey-definitions\/towns\.json: ENOENT/);
  });

  test('with the faults of all files at once', () => {
    replaceIn(METHOD, '"minimum": 4', '"minimum": 40');
    replaceIn('towns.json', '"id": "aksai"', '"id": "abai"');
    replaceIn('statistics/v1.json', '"total": "applicants"', '"total": "students"');
    expect(reported().map((line) => line.trim().split(' ')[0])).toEqual([
      'survey-definitions/methods/zhezkazgan-2020.v1.json',
      'survey-definitions/statistics/v1.json',
      'survey-definitions/towns.json',
    ]);
  });

  test('when its name does not say its id and version', () => {
    cpSync(pathOf(RESIDENTS), pathOf('residents/v2.json'));
    expect(reported()).toEqual([
      '  survey-definitions/residents/v2.json: its id and version belong in survey-definitions/residents/v1.json',
    ]);
  });

  test('when a method names what no questionnaire and no catalogue has', () => {
    replaceIn(METHOD, '"id": "c1_material_wellbeing"', '"id": "c1_wealth"');
    replaceIn(METHOD, '"analysisPopulation": "headline"', '"analysisPopulation": "everybody"');
    replaceIn(METHOD, '"scored": "researchers_per_10k"', '"scored": "researchers_per_million"');
    const file = '  survey-definitions/methods/zhezkazgan-2020.v1.json';
    expect(reported()).toEqual([
      `${file} · indicators.0.scored: the statistics catalogue has no form "researchers_per_million" of A1`,
      `${file} · indicators.11: no questionnaire of residents has C1 "c1_wealth"`,
    ]);
    replaceIn(METHOD, '"id": "c1_wealth"', '"id": "c1_material_wellbeing"');
    expect(reported()[1]).toBe(`${file} · indicators.11: no questionnaire of residents has the analysis population "everybody"`);
  });

  test('when a Kazakh word hides a Latin letter', () => {
    replaceIn(RESIDENTS, 'Толық қанағаттанамын', 'Толық қан\u0061ғаттанамын');
    expect(reported()).toEqual([
      '  survey-definitions/residents/v1.json · scales.0.options.4.label.kk: "қанaғаттанамын" mixes Latin and Cyrillic letters',
    ]);
  });
});
