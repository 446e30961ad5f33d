import { Router } from 'express';
import type { Config } from '../config.js';
import type { Definitions } from '../definitions/index.js';
import type { FieldworkService } from '../fieldwork/index.js';
import { buildLayout } from '../http/layout.js';
import { renderView } from '../http/views.js';
import { textsIn } from '../i18n/index.js';
import type { AnswerLimits } from './answerLimits.js';
import type { DraftService } from './drafts.service.js';
import { createEntryRouter } from './entry.routes.js';
import { createLeavingRouter } from './leaving.routes.js';
import { buildPrivacyPage } from './privacy.viewModels.js';
import { createQuestionsRouter } from './questions.routes.js';
import { loadVisit, showUnknownLink } from './visit.js';

export interface RespondDependencies {
  config: Config;
  definitions: Definitions;
  fieldwork: FieldworkService;
  drafts: DraftService;
  limits: AnswerLimits;
}

/** Everything a respondent meets. No staff session is looked at here. */
export function createRespondRouter(dependencies: RespondDependencies): Router {
  const router = Router();

  router.use('/s/:wave', async (req, res, next) => {
    const visit = await loadVisit(req, dependencies);
    if (!visit) {
      await showUnknownLink(req, res);
      return;
    }
    if (req.method === 'POST') await dependencies.limits.takeTurn(visit.draft?._id ?? null);
    res.locals.visit = visit;
    next();
  });
  router.use(createQuestionsRouter(dependencies), createLeavingRouter(dependencies), createEntryRouter(dependencies));

  router.get('/privacy', async (req, res) => {
    const page = buildPrivacyPage(req.language, dependencies.config.draftDays);
    const title = `${page.heading} – ${textsIn(req.language)('common.siteName')}`;
    await renderView(res, 'respond/privacy', { layout: buildLayout(req, { title }), ...page });
  });

  return router;
}
