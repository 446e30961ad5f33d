import { defineConfig } from 'vitest/config';

/** `npm run test:crash`: the crash test with many rounds, or as many as ALEUET_CRASH_ROUNDS says. */
export default defineConfig({
  test: {
    include: ['test/store/crash.test.ts'],
    pool: 'forks',
    execArgv: ['--import', 'tsx'],
    testTimeout: 30 * 60_000,
    hookTimeout: 60_000,
    provide: { crashRounds: Number(process.env.ALEUET_CRASH_ROUNDS ?? 25) },
  },
});
