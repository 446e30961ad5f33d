import { afterAll, describe, expect, it } from 'vitest';
import { scoreIntervalsFrom } from '../../../scoring/index.js';
import { completeMethod, inputsOf } from '../../../test/support/comparedTown.js';
import { createComputation } from './computation.js';

const method = completeMethod();
const inputs = inputsOf(method, () => 40, 3);
const OPTIONS = { draws: 200, seed: 7 };

describe('a computation beside the pages', () => {
  const beside = createComputation(1);
  const here = createComputation(0);
  afterAll(async () => {
    await beside.stop();
    await here.stop();
  });

  it('gives what the function gives, in a thread of its own and without one', async () => {
    const expected = scoreIntervalsFrom(method, inputs, OPTIONS);
    expect(await beside.run('scoreIntervals', method, inputs, OPTIONS)).toEqual(expected);
    expect(await here.run('scoreIntervals', method, inputs, OPTIONS)).toEqual(expected);
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
