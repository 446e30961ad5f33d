import { createHmac, randomBytes } from 'node:crypto';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

const WINDOW_SECONDS = 15 * 60;
const ATTEMPTS_PER_NAME = 10;
const ATTEMPTS_PER_ADDRESS = 50;
const DAY_MS = 24 * 3600 * 1000;

export type AttemptLimits = ReturnType<typeof createAttemptLimits>;

/**
 * Slows down the guessing of passwords and links: by account name, and by network address. Names and addresses are kept
 * as hashes under a key that lives in memory only and changes every day.
 */
export function createAttemptLimits(clock: () => Date) {
  const byName = new RateLimiterMemory({ keyPrefix: 'name', points: ATTEMPTS_PER_NAME, duration: WINDOW_SECONDS });
  const byAddress = new RateLimiterMemory({ keyPrefix: 'address', points: ATTEMPTS_PER_ADDRESS, duration: WINDOW_SECONDS });
  let day = 0;
  let key = randomBytes(32);

  function pseudonym(value: string): string {
    const today = Math.floor(clock().getTime() / DAY_MS);
    if (today !== day) {
      day = today;
      key = randomBytes(32);
    }
    return createHmac('sha256', key).update(value).digest('base64url');
  }

  return {
    /** Counts one attempt; false when there were too many, and this one must not be tried. */
    async countAttempt(address: string | undefined, name?: string): Promise<boolean> {
      try {
        await byAddress.consume(pseudonym(address ?? ''));
        if (name !== undefined) await byName.consume(pseudonym(name));
        return true;
      } catch (error) {
        if (error instanceof RateLimiterRes) return false;
        throw error;
      }
    },

    /** A right password clears the name. */
    async forgetName(name: string): Promise<void> {
      await byName.delete(pseudonym(name));
    },
  };
}
