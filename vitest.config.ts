import { defineConfig } from 'vitest/config';

/** What the features keep in the store: run on the embedded store always, and on a MongoDB where MONGODB_URI names one. */
const REPOSITORY_SUITES = [
  'server/**/*.repository.test.ts',
  'server/official/official.service.test.ts',
  'server/fieldwork/fieldwork.service.test.ts',
  'test/http/resultsMatrix.test.ts',
];
/** What a file costs in memory is measured in a process that nothing else has filled. */
const MEASURING_SUITES = ['server/design/exchange/workbook/hostileWorkbooks.test.ts'];
const mongodbUri = process.env.MONGODB_URI;

export default defineConfig({
  test: {
    pool: 'forks',
    // Every app in a test is built by a function and keeps nothing in modules, so that these are loaded once per worker.
    isolate: false,
    // The embedded store's child process inherits these, so that it runs from the sources too.
    execArgv: ['--import', 'tsx'],
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'embedded store',
          include: ['{server,test,scoring,survey-definitions}/**/*.test.ts'],
          exclude: MEASURING_SUITES,
          provide: { mongodbUri: '' },
        },
      },
      { extends: true, test: { name: 'memory', include: MEASURING_SUITES, isolate: true } },
      ...(mongodbUri === undefined
        ? []
        : [{ extends: true as const, test: { name: 'MongoDB', include: REPOSITORY_SUITES, provide: { mongodbUri } } }]),
    ],
  },
});
