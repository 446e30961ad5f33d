import { describe, expect, it } from 'vitest';
import { createAttemptLimits } from './attemptLimits.js';

async function allowedOf(attempts: number, attempt: (number: number) => Promise<boolean>): Promise<number> {
  let allowed = 0;
  for (let number = 0; number < attempts; number += 1) if (await attempt(number)) allowed += 1;
  return allowed;
}

describe('attempts to sign in', () => {
  it('are ten per name in a quarter of an hour, from wherever they come', async () => {
    const limits = createAttemptLimits(() => new Date());
    expect(await allowedOf(15, (number) => limits.countAttempt(`10.0.0.${number}`, 'somebody'))).toBe(10);
  });

  it('are fifty per address, for whichever names', async () => {
    const limits = createAttemptLimits(() => new Date());
    expect(await allowedOf(60, (number) => limits.countAttempt('10.0.0.1', `somebody-${number}`))).toBe(50);
  });

  it('are free again for a name after the right password', async () => {
    const limits = createAttemptLimits(() => new Date());
    await allowedOf(10, () => limits.countAttempt('10.0.0.1', 'somebody'));
    expect(await limits.countAttempt('10.0.0.1', 'somebody')).toBe(false);
    await limits.forgetName('somebody');
    expect(await limits.countAttempt('10.0.0.1', 'somebody')).toBe(true);
  });

  it('of yesterday cannot be joined with those of today, because the key has changed', async () => {
    let now = new Date('2026-03-01T23:00:00Z');
    const limits = createAttemptLimits(() => now);
    await allowedOf(10, () => limits.countAttempt('10.0.0.1', 'somebody'));
    expect(await limits.countAttempt('10.0.0.1', 'somebody')).toBe(false);
    now = new Date('2026-03-02T01:00:00Z');
    expect(await limits.countAttempt('10.0.0.1', 'somebody')).toBe(true);
  });
});
