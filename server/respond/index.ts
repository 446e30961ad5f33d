import type { Router } from 'express';
import type { Accounts } from '../accounts/index.js';
import type { Config } from '../config.js';
import type { Database } from '../database/index.js';
import type { Definitions } from '../definitions/index.js';
import type { Design } from '../design/index.js';
import type { FieldworkService, StaffBoard } from '../fieldwork/index.js';
import { textsIn } from '../i18n/index.js';
import { createAnswerLimits, DEFAULT_LIMITS } from './answerLimits.js';
import { createDraftRepository } from './draft.repository.js';
import { createDraftService } from './drafts.service.js';
import { createIntake, type Intake } from './intake.service.js';
import { createIntakeRouter } from './intake.routes.js';
import { paperRouter } from './paper/paper.routes.js';
import { createPaperService } from './paper/paper.service.js';
import { paperAddress } from './paper/paperWavePage.viewModels.js';
import { createPaperFormRepository } from './paper/paperForms.repository.js';
import { createPreview } from './preview/preview.routes.js';
import { createRespondRouter } from './respond.routes.js';
import { createResponseRepository, type ResponseRepository } from './response.repository.js';

export { ResponseSchema, type StoredResponse } from './response.js';
export type { ResponsePlace, ResponseRepository } from './response.repository.js';
export type { IntakeResult, Submission } from './intake.service.js';
export type { AnswerFault } from './answerCheck.js';

export interface RespondFoundation {
  config: Config;
  database: Database;
  definitions: Definitions;
  accounts: Accounts;
  design: Pick<Design, 'providePreview'>;
  fieldwork: FieldworkService & Pick<StaffBoard, 'addWaveLinks'>;
  clock: () => Date;
}

export interface Respond extends Intake {
  router: Router;
  /** Pages of staff who type in paper; they need a session, which no respondent's page looks at. */
  staffRouter: Router;
  apiRouter: Router;
  responses: ResponseRepository;
  /** Questionnaires of a wave and town that lie begun and unfinished on somebody's phone. */
  countUnfinished(wave: string, townId: string): Promise<number>;
  /** Finishes at start-up what a crash left between the insert of a response and the erasure of its draft. */
  finishInterrupted(): Promise<void>;
}

/** Takes answers: the respondent's pages, the API of programs, and the one intake behind both. */
export function createRespond({ config, database, definitions, accounts, design, fieldwork, clock }: RespondFoundation): Respond {
  const responses = createResponseRepository(database.connection);
  const intake = createIntake({ definitions, fieldwork, responses, clock });
  const draftRepository = createDraftRepository(database.connection);
  const drafts = createDraftService({
    drafts: draftRepository,
    responses,
    intake,
    fieldwork,
    draftDays: config.draftDays,
    clock,
  });
  const paper = createPaperService({
    definitions,
    fieldwork,
    intake,
    forms: createPaperFormRepository(database.connection),
    formDays: config.draftDays,
    clock,
  });
  fieldwork.addWaveLinks(({ slug }, language) => [{ label: textsIn(language)('paper.wave_link'), href: paperAddress(slug) }]);
  design.providePreview(createPreview({ definitions, draftDays: config.draftDays, clock }));
  const limits = createAnswerLimits(DEFAULT_LIMITS);
  return {
    router: createRespondRouter({ config, definitions, fieldwork, drafts, limits }),
    staffRouter: paperRouter({ accounts, definitions, fieldwork, paper, clock }),
    apiRouter: createIntakeRouter({ accounts, fieldwork, intake, limits, clock }),
    responses,
    ...intake,
    countUnfinished: (wave, townId) => draftRepository.countStarted(wave, townId, clock()),
    finishInterrupted: async () => {
      await drafts.finishInterrupted();
      await paper.finishInterrupted();
    },
  };
}
