import { Router, type Request, type Response } from 'express';
import { FormValuesSchema, signedInPersonOf } from '../../accounts/index.js';
import { AppError } from '../../errors.js';
import { renderView } from '../../http/views.js';
import type { TextKey } from '../../i18n/index.js';
import { draftSurface } from '../editing/editor.routes.js';
import { findingsFor } from '../lint/lintContext.js';
import { otherFaults } from '../lint/otherFaults.js';
import type { DraftRevision } from '../questionnaires/draft.js';
import type { DesignSurroundings } from '../surroundings.js';
import { buildPublishPage } from './publishPage.viewModels.js';

/** Publishing a draft: what changed, what is in the way, and the step itself. */
export function publishRoutes({ accounts, definitions, drafts, publishing, editor }: DesignSurroundings): Router {
  const router = Router();

  editor.show('/publish', (req, res, draft) => show(req, res, draft, null));

  router.post('/design/:questionnaire/draft/publish', accounts.allow('questionnaires'), async (req, res) => {
    const draft = await drafts.get(String(req.params.questionnaire));
    const refusal = refusalOf(req, draft);
    if (refusal !== null) return show(req, res, draft, refusal);
    const person = signedInPersonOf(req);
    try {
      const { id, version } = await publishing.publish(draft, person.signInName);
      await accounts.audit({ person, action: 'questionnaire_published', object: `${id}/${version}` });
      res.redirect(303, `/design/${id}/versions/${version}?done=published`);
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'conflict') throw error;
      await show(req, res, draft, 'designVersions.version_taken');
    }
  });

  function refusalOf(req: Request, draft: DraftRevision): TextKey | null {
    if (Number(FormValuesSchema.parse(req.body)._revision) !== draft.revision) return 'designVersions.stale';
    return obstaclesOf(req, draft).some(({ severity }) => severity === 'error') ? 'designVersions.refused' : null;
  }

  /** The checks; where they find no error, what else the contract refuses. */
  function obstaclesOf(req: Request, draft: DraftRevision) {
    const findings = findingsFor(req, draft);
    return findings.some(({ severity }) => severity === 'error') ? findings : [...otherFaults(draft.definition), ...findings];
  }

  async function show(req: Request, res: Response, draft: DraftRevision, refusal: TextKey | null): Promise<void> {
    const newest = definitions.definitions.findLast(({ id }) => id === draft.questionnaire);
    const base = draft.basedOn === null ? null : definitions.findDefinition(draft.questionnaire, draft.basedOn);
    const page = buildPublishPage(req.language, {
      draft,
      findings: obstaclesOf(req, draft),
      version: (newest?.version ?? 0) + 1,
      base,
      refusal,
    });
    const surface = draftSurface(req, draft, { tab: 'publish', title: page.heading });
    await renderView(res, 'design/publish', { ...surface, ...page }, refusal === null ? 200 : STATUS[refusal]);
  }

  return router;
}

const STATUS: Partial<Record<TextKey, number>> = {
  'designVersions.refused': 422,
  'designVersions.stale': 409,
  'designVersions.version_taken': 409,
};
