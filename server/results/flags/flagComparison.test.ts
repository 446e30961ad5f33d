import { describe, expect, it } from 'vitest';
import { loadDefinitions } from '../../definitions/index.js';
import { waveEstimatesFrom } from '../estimates/waveEstimates.js';
import { columnPlanOf } from '../matrix/columnPlan.js';
import { blockFrom, dataColumnsOf } from '../matrix/matrixBlock.js';
import { populationReleaseFrom } from '../releases/populationRelease.js';
import type { DraftPart } from '../towns/drafts.js';
import { aStudy, aWave, drawnResponses } from '../../../test/support/resultsScenario.js';
import { compareFlags } from './flagComparison.js';
import { buildFlagSection } from './flagSection.viewModels.js';
import { leftOutText } from './leftOutText.js';
import { textsIn } from '../../i18n/index.js';

const ALL = ['speeder', 'straightliner', 'highMissing', 'duplicate'];
const definitions = loadDefinitions(process.cwd());
const definition = definitions.definition('residents', 1);
const wave = aWave();

/** A wave of sixty residents of whom so many were too fast. */
async function comparisonWith(speeders: number, chosen: string[] = []) {
  const responses = drawnResponses(wave, 'zhezkazgan', definition, 60, 5);
  for (const [at, { answers, flags }] of responses.entries()) {
    flags.speeder = at < speeders;
    for (const [item, answer] of Object.entries(answers)) if (answer === -1) answers[item] = 1;
  }
  const columns = dataColumnsOf(blockFrom(columnPlanOf(definition), responses));
  const of = (_wave: unknown, _town: string, excludedFlags: readonly string[] = []) =>
    Promise.resolve(waveEstimatesFrom(columns, definition, { methods: definitions.methods, excludedFlags }));
  const estimates = await of(wave, '', chosen);
  const today = '2019-07-01';
  const material = { wave, study: aStudy(), definition, estimates, excludedFlags: chosen, previous: undefined, today };
  const part: DraftPart = { wave, definition, estimates, previous: null, next: populationReleaseFrom(material) };
  const comparison = await compareFlags(part, { townId: 'zhezkazgan', chosen, all: ALL }, { of });
  if (comparison === null) throw new Error('somebody has answered');
  return comparison;
}

const figureOf = async (speeders: number, code = 'D1') =>
  (await comparisonWith(speeders)).figures.find((figure) => figure.code === code);

describe('figures with and without flagged responses', () => {
  it('stand side by side, with the number of answers that are left out', async () => {
    const figure = await figureOf(15);
    expect(figure).toMatchObject({ withFlagged: { nValid: 60 }, withoutFlagged: { nValid: 45 }, leftOut: 15 });
    expect((await comparisonWith(15)).counts).toMatchObject({ speeder: 15, straightliner: 0 });
  });

  it('may both be published only if they rest on the same answers or are k apart', async () => {
    expect((await figureOf(0))?.publishable).toBe('same');
    expect((await figureOf(9))?.publishable).toBe('with');
    expect((await figureOf(10))?.publishable).toBe('both');
    expect((await figureOf(55))?.publishable).toBe('with');
  });

  it('leave out what the coordinator chose, or every flag while nothing is chosen', async () => {
    expect((await comparisonWith(12)).flags).toEqual(ALL);
    const chosen = await comparisonWith(12, ['straightliner']);
    expect(chosen.flags).toEqual(['straightliner']);
    expect(chosen.figures.every(({ leftOut }) => leftOut === 0)).toBe(true);
  });

  it('are told in words: how many carry which flag, both values with their intervals and their difference', async () => {
    const { counts, table } = buildFlagSection(await comparisonWith(15), 'ru');
    expect(counts).toContain('заполнено слишком быстро – 15; все ответы одинаковы – 0');
    const row = table.rows.find(([first]) => first?.text.startsWith('D1 '));
    expect(row?.[1]?.note).toMatch(/–.+ · .*60/);
    expect(row?.[3]?.text).toMatch(/^[+−]?\d+,\d$/);
    expect(row?.at(-1)?.text).toBe('можно опубликовать любое');
    expect(table.columns[1]?.label).toBe('Все ответы (выбрано для публикации)');
  });

  it('need no table where no response is flagged', async () => {
    const { table } = buildFlagSection(await comparisonWith(0), 'en');
    expect(table.rows).toEqual([]);
    expect(table.empty).toContain('both values are the same');
  });

  it('are named to readers of a release too: what was left out, or that nothing was', () => {
    expect(leftOutText([], textsIn('en'))).toBe('No responses were left out for their quality.');
    expect(leftOutText(['speeder', 'duplicate'], textsIn('ru'))).toBe(
      'Исключены ответы с отметками: заполнено слишком быстро, повторная запись.',
    );
  });
});
