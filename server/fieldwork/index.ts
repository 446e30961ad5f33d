import { Router } from 'express';
import type { Config } from '../config.js';
import type { Database } from '../database/index.js';
import type { Definitions } from '../definitions/index.js';
import { createFieldworkRepository } from './fieldwork.repository.js';
import { createFieldworkService } from './fieldwork.service.js';

export type { FieldworkService, Study, UnstoredOutcome, Wave, WaveState } from './wave.js';

export interface FieldworkFoundation {
  config: Config;
  database: Database;
  definitions: Definitions;
  clock: () => Date;
}

export function createFieldwork({ config, database, definitions, clock }: FieldworkFoundation) {
  const service = createFieldworkService({
    definitions,
    repository: createFieldworkRepository(database.connection),
    clock,
    graceHours: config.graceHours,
  });
  return { ...service, router: Router(), apiRouter: Router() };
}
