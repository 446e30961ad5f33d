import { Router, type Request } from 'express';
import { FormValuesSchema, signedInPersonOf } from '../../accounts/index.js';
import { AppError } from '../../errors.js';
import { draftAddress } from '../places.js';
import type { DraftRevision } from '../questionnaires/draft.js';
import type { DesignSurroundings } from '../surroundings.js';

/** Undo and redo of the last steps, whoever made them. */
export function stepRoutes({ accounts, drafts }: DesignSurroundings): Router {
  const router = Router();
  const allowed = accounts.allow('questionnaires');

  /** The draft on which the button stood. @throws AppError conflict where somebody made another step since */
  async function draftOf(req: Request): Promise<DraftRevision> {
    const draft = await drafts.get(String(req.params.questionnaire));
    if (Number(FormValuesSchema.parse(req.body)._revision) !== draft.revision)
      throw new AppError('conflict', { message: 'the draft has moved on' });
    return draft;
  }

  for (const step of ['undo', 'redo'] as const)
    router.post(`/design/:questionnaire/draft/${step}`, allowed, async (req, res) => {
      const draft = await draftOf(req);
      if ((await drafts[step](draft, signedInPersonOf(req).signInName)) === null)
        throw new AppError('conflict', { message: 'the draft has moved on' });
      res.redirect(303, draftAddress(draft.questionnaire));
    });

  return router;
}
