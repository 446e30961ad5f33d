import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Accounts } from '../accounts/index.js';
import type { Config } from '../config.js';
import type { Database } from '../database/index.js';
import type { Definitions } from '../definitions/index.js';
import { dayOf, type Fieldwork, type Wave } from '../fieldwork/index.js';
import { createCsrfProtection } from '../http/csrf.js';
import type { Logger } from '../http/requestLog.js';
import type { Official } from '../official/index.js';
import type { Respond } from '../respond/index.js';
import { createDirectionLinkRepository } from './actions/directionLinks.repository.js';
import { createDirectionLinks } from './actions/directionLinks.service.js';
import { createLiveEstimates } from './estimates/liveEstimates.js';
import { createDataMatrix } from './matrix/dataMatrix.js';
import { voidOnce, type MatrixStores } from './matrix/fold.js';
import { createFolder } from './matrix/folder.js';
import { createLeaseRepository } from './matrix/lease.repository.js';
import { createMatrixRepository } from './matrix/matrix.repository.js';
import { verifyMatrix } from './matrix/verifyMatrix.js';
import { createResultsComputation } from './computation/computation.js';
import { createMethodRepository } from './methods/methods.repository.js';
import { createMethodsService } from './methods/methods.service.js';
import { methodRegistryFrom } from './methods/registry.js';
import { createLineage } from './lineage/lineage.service.js';
import { createScoring } from './scores/scoring.js';
import { createReleaseRepository } from './releases/release.repository.js';
import { createResultsNextSteps } from './nextSteps.js';
import { resultsRouters } from './results.routes.js';
import { createScoreRepository } from './scores/score.repository.js';
import { createRespondentWeights } from './weighting/respondentWeights.js';
import { createWeightingRepository } from './weighting/weighting.repository.js';
import { createWeightingService } from './weighting/weighting.service.js';
import { usedObservationFrom } from './scores/usedObservation.js';
import { createDrafts } from './towns/drafts.js';
import { createPublicTowns } from './towns/publicTowns.js';
import { servesScores } from './towns/scoreWaves.js';
import { createReleasing } from './towns/releasing.js';
import { createUncertainty } from './uncertainty/uncertainty.service.js';
import { createWaveQuality } from './waves/waveQuality.service.js';

export { ofOneVersion } from './methods/oneVersion.js';
export { enclosing, roundedForPublic } from './publicRounding.js';
export type { DrawnTowns } from './uncertainty/drawnTowns.js';
export { publicDrawShareOf, publicFigureOf, publicShareOf } from './uncertainty/publicUncertainty.js';
export type { TownUncertainty } from './uncertainty/townUncertainty.js';
export type { WaveEstimates } from './estimates/waveEstimates.js';
export type { MatrixDifference, MatrixVerification } from './matrix/verifyMatrix.js';
export { adjustmentOf, type PublishedWeighting } from './weighting/publishedWeighting.js';
export type { WeightedTown } from './weighting/respondentWeights.js';
export { AdjustmentSchema, type Adjustment } from './weighting/weighting.js';
export type { ScoreDifference, ScoreVerification } from './lineage/verifyScores.js';
export type { PopulationRelease, Release, ReleaseSummary } from './releases/release.js';
export { inputsFrom as scoreInputsOf } from './scores/scoreFrom.js';
export { ScoreContentSchema } from './scores/scoreContent.js';
export type { ScoreContent, StoredScore } from './scores/scoreContent.js';
export type { Draft, DraftChoice, DraftPart } from './towns/drafts.js';
export type { TownHeadline, TownPicture } from './towns/townPicture.js';

export interface ResultsSurroundings {
  config: Config;
  database: Database;
  definitions: Definitions;
  log: Logger;
  clock: () => Date;
  sessionSecret: string;
  accounts: Accounts;
  fieldwork: Fieldwork;
  respond: Respond;
  official: Official;
}

export type Results = ReturnType<typeof createResults>;

/** Scores count days in the towns' own time. */
const TIME_ZONE = 'Asia/Almaty';

/** Results: the data matrix, estimates, releases and scores, and their pages. */
export function createResults({
  config,
  database,
  definitions,
  log,
  clock,
  sessionSecret,
  accounts,
  fieldwork,
  respond,
  official,
}: ResultsSurroundings) {
  const { connection } = database;
  const methods = methodRegistryFrom(definitions.methods);
  const methodDesign = createMethodsService({ registry: methods, repository: createMethodRepository(connection), clock });
  const computation = createResultsComputation(config.computeThreads);
  const software = softwareOf(config.rootDir);
  const scoring = createScoring({ software, computation });
  const stores: MatrixStores = {
    connection,
    responses: respond.responses,
    matrix: createMatrixRepository(connection),
    definitionOf: (response) => definitions.definition(response.definitionId, response.definitionVersion),
  };
  const definitionOf = (wave: Wave) => definitions.definition(wave.definitionId, wave.definitionVersion);
  const serves = servesScores(methods, definitionOf);
  const folder = createFolder({ stores, leases: createLeaseRepository(connection), log, clock });
  const dataMatrix = createDataMatrix(stores.matrix);
  const releases = createReleaseRepository(connection);
  const today = () => dayOf(clock(), TIME_ZONE);
  const scores = createScoreRepository(connection, today);
  const lineage = createLineage({ scores, releases, methods, scoring, software });
  const weightings = createWeightingRepository(connection);
  const weighting = createWeightingService({ weightings, clock });
  const estimates = createLiveEstimates({
    weightings,
    dataMatrix,
    methods,
    definitionOf,
    computation,
  });
  const observationsOf = async (townId: string) => (await official.observationsOf(townId)).map(usedObservationFrom);
  const drafts = createDrafts({
    fieldwork,
    observationsOf,
    estimates,
    releases,
    definitionOf,
    serves,
    today,
  });
  fieldwork.provideResponseCounts(async (wave) =>
    (await stores.matrix.listHeads())
      .filter((head) => head.wave === wave)
      .map(({ townId, rows }) => ({ townId, responses: rows })),
  );
  fieldwork.addNextSteps(
    createResultsNextSteps({ fieldwork, releases, serves, towns: definitions.towns, heads: () => stores.matrix.listHeads() }),
  );
  const releasing = createReleasing({ connection, drafts, releases, scores, methods, scoring });
  const publicTowns = createPublicTowns({
    fieldwork,
    observationsOf,
    drafts,
    estimates,
    releases,
    scores,
    methods,
    scoring,
    serves,
  });
  const repository = createDirectionLinkRepository(connection);
  const directionLinks = createDirectionLinks({ repository, directions: definitions.directions, clock });
  const uncertainty = createUncertainty({ computation, methods });
  const waveQuality = createWaveQuality({
    dataMatrix,
    computation,
    methods,
    definitionOf,
    fieldwork,
    countUnfinished: (wave, townId) => respond.countUnfinished(wave, townId),
  });
  return {
    ...resultsRouters({
      accounts,
      definitions,
      methods,
      methodDesign,
      fieldwork,
      publicTowns,
      computation,
      uncertainty,
      lineage,
      directionLinks,
      drafts,
      releasing,
      releases,
      scoring,
      estimates,
      waveQuality,
      definitionOf,
      serves,
      weighting,
      dataMatrix,
      uploadBytes: config.limits.uploadBytes,
      protectUpload: createCsrfProtection(sessionSecret, config.baseUrl.startsWith('https:')).protectUpload,
    }),
    /** Learns the methods that were published here. */
    loadMethods: methodDesign.refresh,
    start: () => {
      folder.start();
      methodDesign.start();
    },
    stop: async () => {
      methodDesign.stop();
      await folder.stop();
      await computation.stop();
    },
    foldNow: folder.foldNow,
    /** Compares the data matrix with the responses, value by value. */
    verifyMatrix: () => verifyMatrix(stores),
    /** Reads every stored score and computes it again. */
    verifyScores: async () => {
      await methodDesign.refresh();
      return lineage.verify();
    },
    /** Takes a response out of all results; false if there is no such valid response. */
    voidResponse: (id: string) => voidOnce(stores, id),
    /** The live data matrix of a wave and town: for coordinators only. */
    readMatrix: dataMatrix.read,
    /** The weighted towns of a wave with the weights of their responses: for files of single responses. */
    weightedTownsOf: createRespondentWeights({ weightings, dataMatrix, definitionOf }),
    /** Live estimates of a wave in a town: for coordinators only. */
    estimatesOf: estimates.of,
    /** A town and year as it would be released today: for coordinators only. */
    draftOf: drafts.draftOf,
    compute: releasing.compute,
    release: releasing.release,
    /** What anyone may see of a town. */
    findPicture: publicTowns.findPicture,
    listPictures: publicTowns.listPictures,
    listYears: publicTowns.listYears,
    /** How sure a score that may be shown is, and what drives it; the same of the order of towns. */
    uncertaintyOf: uncertainty.ofTown,
    orderOf: uncertainty.ofTowns,
    orderSensitivityOf: uncertainty.orderSensitivity,
    listHeadlines: publicTowns.listHeadlines,
    /** What was published last of a wave in a town. */
    findNewestPart: (townId: string, wave: string) => releases.findNewestPart(townId, wave),
    /** A stored score by its digest. @throws AppError notFound */
    getScore: (id: string) => scores.get(id),
    methods,
    /** Name and version of this program, as stored results name it. */
    software,
  };
}

function softwareOf(rootDir: string): string {
  const { name, version } = z
    .object({ name: z.string(), version: z.string() })
    .parse(JSON.parse(readFileSync(join(rootDir, 'package.json'), 'utf8')));
  return `${name} ${version}`;
}
