import { Router } from 'express';
import { FormValuesSchema, signedInPersonOf } from '../../accounts/index.js';
import { AppError } from '../../errors.js';
import { renderView } from '../../http/views.js';
import { draftSurface } from '../editing/editor.routes.js';
import type { DesignSurroundings } from '../surroundings.js';
import { buildDiscardPage } from './discardPage.viewModels.js';
import { buildHistoryPage } from './historyPage.viewModels.js';

/** The steps of a draft, and its end without publication. */
export function historyRoutes({ accounts, drafts, editor }: DesignSurroundings): Router {
  const router = Router();

  editor.show('/history', async (req, res, draft) => {
    const page = buildHistoryPage(req.language, await drafts.listSteps(draft.questionnaire));
    await renderView(res, 'design/history', { ...draftSurface(req, draft, { tab: 'history', title: page.heading }), ...page });
  });

  editor.show('/discard', async (req, res, draft) => {
    const page = buildDiscardPage(req.language, draft);
    await renderView(res, 'design/discard', { ...draftSurface(req, draft, { tab: 'publish', title: page.heading }), ...page });
  });

  router.post('/design/:questionnaire/draft/discard', accounts.allow('questionnaires'), async (req, res) => {
    const { questionnaire, revision } = await drafts.get(String(req.params.questionnaire));
    if (Number(FormValuesSchema.parse(req.body)._revision) !== revision)
      throw new AppError('conflict', { message: 'the draft has moved on' });
    await drafts.discard(questionnaire);
    await accounts.audit({ person: signedInPersonOf(req), action: 'questionnaire_discarded', object: questionnaire });
    res.redirect(303, '/design');
  });

  return router;
}
