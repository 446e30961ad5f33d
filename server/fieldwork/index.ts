import type { Accounts } from '../accounts/index.js';
import type { Config } from '../config.js';
import type { Database } from '../database/index.js';
import type { Definitions } from '../definitions/index.js';
import type { Design } from '../design/index.js';
import { fieldworkRoutes } from './fieldwork.routes.js';
import { createFieldworkService } from './fieldwork.service.js';
import { createOwnNextSteps } from './ownNextSteps.js';
import { createStaffBoard, type StaffBoard } from './staffBoard.js';
import { createStudyRepository } from './studies.repository.js';
import { createUnstoredCountRepository } from './unstoredCounts.repository.js';
import type { FieldworkService } from './wave.js';
import { createWaveRepository } from './waves.repository.js';
import { wavesApiRoutes } from './wavesApi.routes.js';

export { dayOf } from './calendar.js';
export type { NextStep, NextStepsProvider, ResponseCountsProvider, StaffBoard } from './staffBoard.js';
export { samplingOf, SamplingSchema, type Sampling } from './wave.js';
export type { FieldworkService, Study, UnstoredOutcome, Wave, WaveFilter, WaveState } from './wave.js';

export type Fieldwork = ReturnType<typeof createFieldwork>;

interface FieldworkDependencies {
  config: Config;
  database: Database;
  clock: () => Date;
  definitions: Definitions;
  accounts: Accounts;
  design: Pick<Design, 'loadPublished'>;
}

/** Studies and waves: planned, opened, watched and closed. */
export function createFieldwork({ config, database, clock, definitions, accounts, design }: FieldworkDependencies) {
  const { connection } = database;
  const board = createStaffBoard();
  const fieldwork: FieldworkService = createFieldworkService({
    clock,
    graceHours: config.graceHours,
    definitions,
    learnDefinitions: design.loadPublished,
    waves: createWaveRepository(connection),
    studies: createStudyRepository(connection),
    counts: createUnstoredCountRepository(connection),
  });
  const surroundings = { baseUrl: config.baseUrl, clock, accounts, definitions, fieldwork, board };
  board.addNextSteps(createOwnNextSteps(surroundings));
  const { addNextSteps, provideResponseCounts, addWaveLinks } = board;
  const handedIn: StaffBoard = { addNextSteps, provideResponseCounts, addWaveLinks };
  return { ...fieldwork, ...handedIn, router: fieldworkRoutes(surroundings), apiRouter: wavesApiRoutes(surroundings) };
}
