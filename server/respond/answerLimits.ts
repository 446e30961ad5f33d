import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { AppError } from '../errors.js';

export interface AnswerLimitSettings {
  /** Pages saved by one draft per minute: far above anybody's pace. */
  perDraftAndMinute: number;
  /** Forms and API calls of all respondents together per second. */
  overallPerSecond: number;
}

export const DEFAULT_LIMITS: AnswerLimitSettings = { perDraftAndMinute: 120, overallPerSecond: 1500 };

export type AnswerLimits = ReturnType<typeof createAnswerLimits>;

/**
 * How fast answers may come: by draft, and overall. A town often shares one network address, so an address is no key
 * here and is not looked at.
 */
export function createAnswerLimits(settings: AnswerLimitSettings) {
  const drafts = new RateLimiterMemory({ points: settings.perDraftAndMinute, duration: 60 });
  const overall = new RateLimiterMemory({ points: settings.overallPerSecond, duration: 1 });
  return {
    /** @throws AppError tooManyRequests */
    async takeTurn(draftId: string | null): Promise<void> {
      try {
        await overall.consume('all');
        if (draftId !== null) await drafts.consume(draftId);
      } catch (error) {
        throw error instanceof RateLimiterRes ? new AppError('tooManyRequests') : error;
      }
    },
  };
}
