import type { Request, Response } from 'express';
import { Router } from 'express';
import type { FormValues } from '../../accounts/index.js';
import { AppError } from '../../errors.js';
import { parseRequest } from '../../http/parse.js';
import { renderView } from '../../http/views.js';
import { textsIn } from '../../i18n/index.js';
import { draftSurface, type Edit, type ShownForm } from '../editing/editor.routes.js';
import type { DraftRevision } from '../questionnaires/draft.js';
import type { DesignSurroundings } from '../surroundings.js';
import { anchorOf, translationAddress } from './addresses.js';
import { withChanges } from './textChanges.js';
import { textGroupsOf } from './textGroups.js';
import { pagesOf } from './textSelection.js';
import { TextChoiceSchema, TextKeySchema } from './translation.requests.js';
import { changesIn, NEXT_FIELD } from './translationForm.js';
import { buildTranslationPage } from './translationPage.viewModels.js';
import { translationFileRoutes } from './translationFile.routes.js';

/** All texts of a draft in three languages, on pages and as a spreadsheet. */
export function translationRoutes(surroundings: DesignSurroundings): Router {
  const { editor, config } = surroundings;
  const { formBytes } = config.limits;
  const router = Router();

  editor.page('/translation', { show, edit });

  /** Where a text is changed, whatever page it stands on today. */
  editor.show('/texts', (req, res, draft) => {
    const { key } = parseRequest(TextKeySchema, req.query);
    const page = pagesOf(textGroupsOf(draft.definition), formBytes).findIndex((groups) =>
      groups.some(({ texts }) => texts.some((text) => text.key === key)),
    );
    if (page < 0) throw new AppError('notFound', { message: 'there is no such text' });
    res.redirect(303, `${translationAddress(draft.questionnaire, { page: page + 1 })}#${anchorOf(key)}`);
  });

  async function show(req: Request, res: Response, draft: DraftRevision, form: ShownForm): Promise<void> {
    const choice = parseRequest(TextChoiceSchema, req.query);
    const page = buildTranslationPage({ language: req.language, draft, choice, form, formBytes });
    const surface = draftSurface(req, draft, { tab: 'translation', title: page.heading, faults: form.faults });
    await renderView(res, 'design/translation', { ...surface, ...page }, res.statusCode);
  }

  router.use(translationFileRoutes(surroundings));
  return router;
}

function edit(draft: DraftRevision, req: Request, values: FormValues): Edit {
  const { changes, faults } = changesIn(values, draft, textsIn(req.language));
  if (faults.length > 0) return { faults };
  const choice = parseRequest(TextChoiceSchema, req.query);
  // Among all texts the next page is the next one; what was missing or not reviewed has left this page, and others moved up.
  const page = values[NEXT_FIELD] === 'page' && choice.show === 'all' ? choice.page + 1 : choice.page;
  return {
    ...withChanges(draft, changes),
    deed: { key: 'designTranslation.deed_saved', values: { n: changes.length } },
    next: translationAddress(draft.questionnaire, { ...choice, page }),
  };
}
