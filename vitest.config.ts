import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{server,scoring,survey-definitions,test}/**/*.test.ts'],
    pool: 'forks',
    // The embedded store's child process inherits these, so that it runs from the sources too.
    execArgv: ['--import', 'tsx'],
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
