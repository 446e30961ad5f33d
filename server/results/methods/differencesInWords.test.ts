import { describe, expect, it } from 'vitest';
import { LANGUAGES, type Method } from '../../../survey-definitions/contract/index.js';
import { loadDefinitions } from '../../definitions/index.js';
import { createScenes } from './designer/scenes.js';
import { differencesInWords } from './differencesInWords.js';
import { obstaclesOf } from './findings.js';
import { methodRegistryFrom } from './registry.js';
import { withStepRule } from './steps.js';

const definitions = loadDefinitions(process.cwd());
const methods = methodRegistryFrom(definitions.methods);
const scenes = createScenes({ definitions, methods });
const { standard } = methods;
const name = { kk: 'төмен', ru: 'низкий', en: 'low' };

const wordsFor = (changed: Method): string[] => differencesInWords(scenes.of(standard, 'en'), scenes.of(changed, 'en'));
const withIndicator = (code: string, change: object): Method => ({
  ...standard,
  indicators: standard.indicators.map((each) => (each.code === code ? { ...each, ...change } : each)),
});

const changes: [string, Method, string][] = [
  ['an indicator left out', { ...standard, indicators: standard.indicators.slice(1) }, 'The second does without: A1 Researchers'],
  ['a goalpost', withIndicator('A4', { normalisation: { type: 'goalposts', lo: -20, hi: 50 } }), 'A4'],
  ['a direction', withIndicator('C1', { direction: 'cost' }), 'The direction is turned'],
  [
    'a population',
    withIndicator('C1', { population: 'researchers' }),
    'Where they come from (C1): Survey of residents (Residents aged 18 and over) → Survey of researchers',
  ],
  ['a block', withIndicator('D12', { block: 'C' }), 'D12 Housing, its block: Block D'],
  [
    'a form',
    withIndicator('A1', { scored: 'a1_researchers_share', unit: { kk: '%', ru: '%', en: '%' } }),
    'per 10,000 residents → %',
  ],
  [
    'weights',
    withStepRule(standard, 'C', {
      aggregation: 'arithmetic',
      weights: { type: 'expert', values: { C1: 1, C2: 2, C3: 1, C4: 1 } },
    }),
    'Weight of C2 Family buying power (Block C. Standard of living): 0.25 → 0.40',
  ],
  ['a mean', withStepRule(standard, 'integral', { aggregation: { positions: [1, 3] }, weights: 'equal' }), '0.25 · 0.75'],
  [
    'a missing rule',
    { ...standard, blocks: standard.blocks.map((each) => ({ ...each, minimum: 2 })) },
    'indicators needed: 4 → 2',
  ],
  ['the age of figures', { ...standard, maxAgeYears: 5 }, 'Years that official figures may be older: 2 → 5'],
  ['the floor', { ...standard, floor: 3 }, 'Floor: 1 → 3'],
  ['levels', { ...standard, bands: [{ from: 0, name }] }, 'No names for levels → from 0 “low”'],
];

describe('two methods', () => {
  it.each(changes)('differ in words by %s', (_, changed, sentence) => {
    expect(wordsFor(changed).join('\n')).toContain(sentence);
  });

  it('differ not at all where only texts and the version do', () => {
    expect(wordsFor({ ...standard, id: 'other', version: 7, description: name })).toEqual([]);
  });

  it('are told apart in every language without a word of the programs', () => {
    for (const language of LANGUAGES) {
      const told = changes.flatMap(([, changed]) =>
        differencesInWords(scenes.of(standard, language), scenes.of(changed, language)),
      );
      expect(told.join(' ')).not.toMatch(/undefined|NaN|goalposts|benefit|maxAge|\{\{/);
    }
  });
});

describe('a draft', () => {
  const broken: [string, Method, string, string][] = [
    ['an empty name', { ...standard, name: { ...name, ru: '' } }, '/texts', 'Name: no text in Russian.'],
    [
      'no indicator in a block',
      { ...standard, indicators: standard.indicators.slice(7) },
      '/indicators',
      'Every block needs at least one.',
    ],
    [
      'weights of other members',
      withStepRule(standard, 'C', { aggregation: 'arithmetic', weights: { type: 'expert', values: { C1: 1 } } }),
      '/steps/C',
      'Set them again.',
    ],
    [
      'turned goalposts',
      withIndicator('A4', { normalisation: { type: 'goalposts', lo: 5, hi: 5 } }),
      '/indicators/A4',
      'check the goalposts',
    ],
    ['an indicator without a block', withIndicator('C1', { code: 'E1' }), '/indicators/E1', 'choose the block'],
    [
      'levels that fall',
      {
        ...standard,
        bands: [
          { from: 0, name },
          { from: 0, name },
        ],
      },
      '/bands',
      'Levels must begin at 0 and rise',
    ],
    [
      'mixed letters',
      { ...standard, description: { ...name, ru: 'балл с латинской cловом' } },
      '/texts',
      'mixes Latin and Cyrillic',
    ],
  ];

  it.each(broken)('with %s says where to settle it', (_, method, path, message) => {
    const found = obstaclesOf(method, scenes.of(method, 'en'));
    expect(found).toContainEqual({ path, message: expect.stringContaining(message) as string });
  });

  it('that is a complete method has no obstacles', () => {
    expect(obstaclesOf(standard, scenes.of(standard, 'kk'))).toEqual([]);
  });
});
