import { Router } from 'express';
import type { Definition } from '../../survey-definitions/contract/index.js';
import type { Accounts } from '../accounts/index.js';
import type { Definitions } from '../definitions/index.js';
import type { FieldworkService, Wave } from '../fieldwork/index.js';
import { createActionsOfTown } from './actions/actionsOfTown.js';
import type { DirectionLinks } from './actions/directionLinks.service.js';
import { directionPagesRouter } from './actions/directionPages.routes.js';
import type { Lineage } from './lineage/lineage.service.js';
import { lineagePagesRouter } from './lineage/lineagePages.routes.js';
import { createScenes } from './methods/designer/scenes.js';
import { methodDraftsRouter } from './methods/designer/drafts.routes.js';
import { methodsPagesRouter } from './methods/designer/methods.routes.js';
import type { MethodsService } from './methods/methods.service.js';
import { methodReadingRouter } from './methods/reading/reading.routes.js';
import type { Methods } from './methods/registry.js';
import { publicPagesRouter } from './publicPages.routes.js';
import { releasePagesRouter } from './releasePages.routes.js';
import type { ResultsComputation } from './computation/computation.js';
import { explanationRouter } from './explanation/explanation.routes.js';
import type { ReleaseRepository } from './releases/release.repository.js';
import { scoresApiRouter } from './scoresApi.routes.js';
import type { Scoring } from './scores/scoring.js';
import type { Drafts } from './towns/drafts.js';
import type { PublicTowns } from './towns/publicTowns.js';
import type { Releasing } from './towns/releasing.js';
import type { LiveEstimates } from './estimates/liveEstimates.js';
import type { Serves } from './towns/scoreWaves.js';
import type { DataMatrix } from './matrix/dataMatrix.js';
import type { Uncertainty } from './uncertainty/uncertainty.service.js';
import { uncertaintyPagesRouter } from './uncertainty/uncertaintyPages.routes.js';
import { wavePagesRouter } from './waves/wavePages.routes.js';
import type { WaveQuality } from './waves/waveQuality.service.js';
import { weightsPagesRouter } from './weighting/weightsPages.routes.js';
import type { WeightsPagesSurroundings } from './weighting/weightsDesk.js';

export interface ResultsServices extends Pick<
  WeightsPagesSurroundings,
  'weighting' | 'dataMatrix' | 'uploadBytes' | 'protectUpload'
> {
  accounts: Accounts;
  definitions: Definitions;
  methods: Methods;
  methodDesign: MethodsService;
  fieldwork: FieldworkService;
  publicTowns: PublicTowns;
  uncertainty: Uncertainty;
  lineage: Lineage;
  directionLinks: DirectionLinks;
  computation: ResultsComputation;
  drafts: Drafts;
  releasing: Releasing;
  releases: ReleaseRepository;
  scoring: Scoring;
  estimates: LiveEstimates;
  dataMatrix: DataMatrix;
  waveQuality: WaveQuality;
  definitionOf: (wave: Wave) => Definition;
  serves: Serves;
}

export function resultsRouters(services: ResultsServices): { router: Router; apiRouter: Router } {
  const { definitions } = services;
  const router = Router();
  const scenes = createScenes(services);
  router.use(methodsPagesRouter(services));
  router.use(methodDraftsRouter({ ...services, scenes }));
  router.use(methodReadingRouter({ ...services, scenes }));
  router.use(directionPagesRouter(services));
  router.use(publicPagesRouter({ ...services, actionsOf: createActionsOfTown({ ...services, scenes }) }));
  router.use(uncertaintyPagesRouter({ ...services, towns: definitions.towns }));
  router.use(
    explanationRouter({
      ...services,
      scenes,
      towns: definitions.towns,
      definitionOf: ({ definitionId, definitionVersion }) => definitions.definition(definitionId, definitionVersion),
    }),
  );
  router.use(lineagePagesRouter(services));
  router.use(wavePagesRouter({ ...services, towns: definitions.towns }));
  router.use(weightsPagesRouter({ ...services, towns: definitions.towns }));
  router.use(releasePagesRouter({ ...services, towns: definitions.towns }));
  return { router, apiRouter: scoresApiRouter(services) };
}
