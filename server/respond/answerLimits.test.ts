import { describe, expect, it } from 'vitest';
import { AppError } from '../errors.js';
import { createAnswerLimits } from './answerLimits.js';

describe('the pace of answers', () => {
  it('is limited for one draft, and another draft is not held up by it', async () => {
    const limits = createAnswerLimits({ perDraftAndMinute: 2, overallPerSecond: 100 });
    await limits.takeTurn('one');
    await limits.takeTurn('one');
    await expect(limits.takeTurn('one')).rejects.toThrow(AppError);
    await expect(limits.takeTurn('another')).resolves.toBeUndefined();
  });

  it('is limited overall, whoever sends', async () => {
    const limits = createAnswerLimits({ perDraftAndMinute: 100, overallPerSecond: 3 });
    await limits.takeTurn('one');
    await limits.takeTurn('another');
    await limits.takeTurn(null);
    await expect(limits.takeTurn('a third')).rejects.toMatchObject({ code: 'tooManyRequests' });
  });
});
