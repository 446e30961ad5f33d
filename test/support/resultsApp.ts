import cookieParser from 'cookie-parser';
import express, { type RequestHandler } from 'express';
import type { AddressInfo } from 'node:net';
import { allow, personOf } from '../../server/accounts/recognition.js';
import type { SignedInPerson } from '../../server/accounts/permissions.js';
import { configFrom } from '../../server/config.js';
import { loadDefinitions, readerNamesFrom } from '../../server/definitions/index.js';
import { AppError } from '../../server/errors.js';
import type { Fieldwork, NextStepsProvider, ResponseCountsProvider, Study, Wave } from '../../server/fieldwork/index.js';
import { readAssetVersions, serveAssets } from '../../server/http/assets.js';
import { createCsrfProtection } from '../../server/http/csrf.js';
import { answerErrors, noSuchPage } from '../../server/http/errorHandler.js';
import { chooseLanguage } from '../../server/http/language.js';
import { createLogger, logRequests } from '../../server/http/requestLog.js';
import { securityHeaders } from '../../server/http/securityHeaders.js';
import { createViewRenderer } from '../../server/http/views.js';
import { createResponseRepository } from '../../server/respond/response.repository.js';
import { createResults, type Results } from '../../server/results/index.js';
import type { UsedObservation } from '../../server/results/scores/scoreContent.js';
import { aStudy, drawnResponses } from './resultsScenario.js';
import { openTestDatabase } from './testDatabase.js';

export const A_COORDINATOR: SignedInPerson = {
  accountId: 'coordinator-1',
  signInName: 'coordinator',
  displayName: 'Coordinator',
  roles: ['coordinator'],
  townIds: null,
  demonstration: false,
};

/** The results feature over a real, empty store; the features before it hand out what a test puts in. */
export interface ResultsApp {
  baseUrl: string;
  results: Results;
  /** Whoever makes the next requests; null = anybody. */
  person: SignedInPerson | null;
  today: Date;
  studies: Study[];
  waves: Wave[];
  observations: UsedObservation[];
  deeds: string[];
  /** What results hand in for the staff's start page. */
  nextSteps: NextStepsProvider;
  responseCounts: ResponseCountsProvider;
  /** Stores drawn answers of a wave and folds them into the data matrix. */
  receive(wave: Wave, townId: string, count: number): Promise<string[]>;
  close(): Promise<void>;
}

export async function startResultsApp(): Promise<ResultsApp> {
  const config = configFrom({ NODE_ENV: 'test', LOG_LEVEL: 'fatal', DEMO: '0', COMPUTE_THREADS: '0' });
  const log = createLogger(config.logLevel);
  const definitions = loadDefinitions(config.rootDir);
  const database = await openTestDatabase();
  const responses = createResponseRepository(database.connection);
  let drawn = 0;

  const state: Omit<ResultsApp, 'baseUrl' | 'results' | 'receive' | 'close'> = {
    person: null,
    today: new Date('2019-07-01T08:00:00Z'),
    studies: [aStudy()],
    waves: [],
    observations: [],
    deeds: [],
    nextSteps: () => Promise.resolve([]),
    responseCounts: () => Promise.resolve([]),
  };

  const recognise: RequestHandler = (req, _res, next) => {
    if (state.person) req.person = state.person;
    next();
  };
  const accounts = {
    allow,
    personOf,
    staffNavigation: () => [],
    audit: ({ action, object }: { action: string; object: string }) => {
      state.deeds.push(`${action} ${object}`);
      return Promise.resolve();
    },
  };
  const fieldwork: Pick<Fieldwork, 'listWaves' | 'getStudy' | 'entryOf' | 'addNextSteps' | 'provideResponseCounts'> = {
    addNextSteps: (provider) => {
      state.nextSteps = provider;
    },
    provideResponseCounts: (provider) => {
      state.responseCounts = provider;
    },
    listWaves: ({ townId, referenceYear } = {}) =>
      Promise.resolve(
        state.waves.filter(
          (wave) =>
            (townId === undefined || wave.towns.some((town) => town.townId === townId)) &&
            (referenceYear === undefined || wave.referenceYear === referenceYear),
        ),
      ),
    getStudy: (slug) => {
      const study = state.studies.find((candidate) => candidate.slug === slug);
      return study ? Promise.resolve(study) : Promise.reject(new AppError('notFound'));
    },
    entryOf: (wave) => (wave.state === 'open' ? 'open' : 'closed'),
  };
  const results = createResults({
    config,
    database,
    definitions,
    log,
    clock: () => state.today,
    sessionSecret: 'x'.repeat(40),
    accounts: accounts as never,
    fieldwork: fieldwork as never,
    respond: { responses } as never,
    official: { observationsOf: () => Promise.resolve(state.observations) } as never,
  });

  const app = express();
  app.locals.views = createViewRenderer(config.rootDir, false);
  app.locals.assetVersions = readAssetVersions(config.rootDir);
  app.use(logRequests(log), securityHeaders(config.baseUrl));
  app.use('/assets', serveAssets(config.rootDir));
  app.use(cookieParser(), chooseLanguage(false), recognise);
  app.use('/api/v1', express.json(), results.apiRouter);
  app.use(express.urlencoded({ extended: false }), createCsrfProtection('x'.repeat(40), false).protectForms);
  app.use(results.router);
  app.use(noSuchPage, answerErrors(log, readerNamesFrom(definitions)));
  const server = app.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));

  return Object.assign(state, {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    results,
    async receive(wave: Wave, townId: string, count: number) {
      drawn += 1;
      const definition = definitions.definition(wave.definitionId, wave.definitionVersion);
      const answered = drawnResponses(wave, townId, definition, count, drawn);
      await responses.insertMany(answered);
      await results.foldNow();
      return answered.map(({ _id }) => _id);
    },
    async close() {
      await results.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await database.dispose();
    },
  });
}
