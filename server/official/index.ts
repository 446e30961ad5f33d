import type { Accounts } from '../accounts/index.js';
import type { Config } from '../config.js';
import type { Database } from '../database/index.js';
import type { Definitions } from '../definitions/index.js';
import { createCsrfProtection } from '../http/csrf.js';
import { createOfficialService } from './official.service.js';
import { officialRouters } from './official.routes.js';
import { createObservationRepository } from './observation.repository.js';

export { parseTypedNumber, type DecimalMark } from './numbers.js';
export type { Entry, Observation } from './observation.js';

export interface OfficialSurroundings {
  config: Config;
  database: Database;
  definitions: Definitions;
  clock: () => Date;
  sessionSecret: string;
  accounts: Accounts;
}

export type Official = ReturnType<typeof createOfficial>;

/** Official statistics: raw inputs with source and history, their pages, import and API. */
export function createOfficial({ config, database, definitions, clock, sessionSecret, accounts }: OfficialSurroundings) {
  const repository = createObservationRepository(database.connection);
  const official = createOfficialService({ definitions, repository, clock, maxRows: config.limits.csvRows });
  const { protectUpload } = createCsrfProtection(sessionSecret, config.baseUrl.startsWith('https:'));
  return { ...official, ...officialRouters({ config, definitions, clock, accounts, official, protectUpload }) };
}
