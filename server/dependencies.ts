import { createAccounts } from './accounts/index.js';
import { createAnalysis } from './analysis/index.js';
import type { Config } from './config.js';
import { openDatabase, type Database } from './database/index.js';
import { loadDefinitions } from './definitions/index.js';
import { createDesign } from './design/index.js';
import { createExport } from './export/index.js';
import { createFieldwork } from './fieldwork/index.js';
import type { Logger } from './http/requestLog.js';
import { createOfficial } from './official/index.js';
import { createOperations } from './operations/index.js';
import { createRespond } from './respond/index.js';
import { createResults } from './results/index.js';
import { sessionSecretFrom } from './sessionSecret.js';

/** Everything that the application is made of, features in the order of the data's flow. */
export type Dependencies = Awaited<ReturnType<typeof createDependencies>>;

export interface Surroundings {
  config: Config;
  log: Logger;
  clock?: () => Date;
  /** A command opens the store of a running server instead of its own. */
  open?: typeof openDatabase;
}

export async function createDependencies({ config, log, clock = () => new Date(), open = openDatabase }: Surroundings) {
  const definitions = loadDefinitions(config.rootDir);
  const database = await open(config, log, clock);
  const sessionSecret = await sessionSecretFrom(config);
  const features = createFeatures({ config, log, clock, definitions, database, sessionSecret });
  await features.design.loadPublished();
  await features.results.loadMethods();
  return {
    config,
    log,
    clock,
    definitions,
    database,
    sessionSecret,
    ...features,
    /** Sweeps what a crash left behind and starts the background work. */
    start: async () => {
      await features.respond.finishInterrupted();
      features.design.start();
      features.results.start();
    },
    stop: async () => {
      features.design.stop();
      await Promise.all([features.results.stop(), features.analysis.stop()]);
      await database.close();
    },
  };
}

interface Foundation extends Required<Omit<Surroundings, 'open'>> {
  definitions: ReturnType<typeof loadDefinitions>;
  database: Database;
  sessionSecret: string;
}

function createFeatures(foundation: Foundation) {
  const accounts = createAccounts(foundation);
  const design = createDesign({ ...foundation, accounts });
  const fieldwork = createFieldwork({ ...foundation, accounts, design });
  const respond = createRespond({ ...foundation, accounts, design, fieldwork });
  const official = createOfficial({ ...foundation, accounts });
  const results = createResults({ ...foundation, accounts, fieldwork, respond, official });
  const analysis = createAnalysis({ ...foundation, accounts, official, results });
  const exports = createExport({ ...foundation, accounts, design, fieldwork, respond, official, results });
  const operations = createOperations({ ...foundation, accounts, fieldwork, respond, official, results, analysis });
  return { accounts, design, fieldwork, respond, official, results, analysis, exports, operations };
}
