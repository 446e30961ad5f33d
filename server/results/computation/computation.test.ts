import { afterAll, describe, expect, it } from 'vitest';
import { scoreIntervalsFrom } from '../../../scoring/index.js';
import { completeMethod, inputsOf } from '../../../test/support/comparedTown.js';
import { aWave, drawnResponses } from '../../../test/support/resultsScenario.js';
import { loadDefinitions } from '../../definitions/index.js';
import { estimatesOutcomeFrom } from '../estimates/estimatesOutcome.js';
import { columnPlanOf } from '../matrix/columnPlan.js';
import { blockFrom, dataColumnsOf } from '../matrix/matrixBlock.js';
import { createResultsComputation } from './computation.js';

const method = completeMethod();
const inputs = inputsOf(method, () => 40, 3);
const OPTIONS = { draws: 200, seed: 7 };

describe('a computation beside the pages', () => {
  const beside = createResultsComputation(1);
  const here = createResultsComputation(0);
  afterAll(async () => {
    await beside.stop();
    await here.stop();
  });

  it('gives what the function gives, in a thread of its own and without one', async () => {
    const expected = scoreIntervalsFrom(method, inputs, OPTIONS);
    expect(await beside.run('scoreIntervals', method, inputs, OPTIONS)).toEqual(expected);
    expect(await here.run('scoreIntervals', method, inputs, OPTIONS)).toEqual(expected);
  });

  it('takes columns of answers there and figures back as they are', async () => {
    const definition = loadDefinitions(process.cwd()).definition('residents', 1);
    const responses = drawnResponses(aWave(), 'zhezkazgan', definition, 60, 3);
    const columns = dataColumnsOf(blockFrom(columnPlanOf(definition), responses));
    const choices = { methods: [method], excludedFlags: ['speeder'], populationSize: 900, weighting: null };
    const outcome = await beside.run('estimates', columns, definition, choices);
    expect(outcome).toEqual(estimatesOutcomeFrom(columns, definition, choices));
    expect(outcome).toHaveProperty('estimates.survey.estimates.C1.state', 'estimated');
  });

  it('leaves the thread of the pages free', async () => {
    const order = beside.run('scoreIntervals', method, inputs, { draws: 20_000, seed: 7 });
    let turns = 0;
    const counting = setInterval(() => (turns += 1), 1);
    await order;
    clearInterval(counting);
    expect(turns).toBeGreaterThan(20);
  });

  it('brings a refusal back under its name', async () => {
    const order = () => beside.run('scoreIntervals', method, inputs, { draws: 0, seed: 7 });
    await expect(order()).rejects.toMatchObject({ name: 'ScoringError', code: 'out-of-range', details: { draws: 0 } });
    expect((await beside.run('scoreIntervals', method, inputs, OPTIONS)).state).toBe('drawn');
  });
});
