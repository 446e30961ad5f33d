import type { Request, Response } from 'express';
import { FormValuesSchema } from '../../accounts/index.js';
import { AppError } from '../../errors.js';
import { renderView } from '../../http/views.js';
import { textsIn } from '../../i18n/index.js';
import { draftSurface, type ShownForm } from '../editing/editor.routes.js';
import type { DraftRevision } from '../questionnaires/draft.js';
import { findItem } from '../structure/edits/items.js';
import { valueIn } from '../structure/formTexts.js';
import type { DesignSurroundings } from '../surroundings.js';
import { addNewAnswers, changeAnswers } from './answersEdits.js';
import { answersValues } from './answersForm.js';
import { buildAnswersPage } from './answersPage.viewModels.js';
import { findAnswers, type AnswerKind, type AnswerSet } from './answerSets.js';
import { buildOptionsPage } from './optionsForm.viewModels.js';

/** The scales and answer lists of a draft, which its items share. */
export function registerAnswers({ editor }: DesignSurroundings): void {
  editor.show('/answers', async (req, res, draft) => {
    const page = buildAnswersPage(req.language, draft);
    await renderView(
      res,
      'design/answers',
      { ...draftSurface(req, draft, { tab: 'answers', title: page.heading }), ...page },
      res.statusCode,
    );
  });

  for (const kind of ['scale', 'list'] as const) {
    editor.page(`/new-${kind}`, {
      show: (req, res, draft, form) => showOptions(req, res, draft, { kind, set: null, form }),
      edit: (draft, req, values) => addNewAnswers(draft, kind, values, textsIn(req.language)),
    });
    const answersIn = (req: Request, { definition }: DraftRevision): AnswerSet => {
      const found = findAnswers(definition, kind, String(req.params.answers));
      if (found === null) throw new AppError('notFound', { message: `the draft has no such ${kind}` });
      return found;
    };
    editor.page(`/${kind}s/:answers`, {
      show: (req, res, draft, form) => showOptions(req, res, draft, { kind, set: answersIn(req, draft), form }),
      edit: (draft, req, values) => changeAnswers(draft, answersIn(req, draft), values, textsIn(req.language)),
    });
  }
}

interface ShownAnswers {
  kind: AnswerKind;
  set: AnswerSet | null;
  form: ShownForm;
}

async function showOptions(req: Request, res: Response, draft: DraftRevision, { kind, set, form }: ShownAnswers): Promise<void> {
  const asked = form.values ? valueIn(form.values, '_item') : valueIn(FormValuesSchema.parse(req.query), 'item');
  const item = findItem(draft.definition, asked) === null ? '' : asked;
  const values = form.values ?? (set ? answersValues(set) : {});
  const page = buildOptionsPage(req.language, { draft, kind, id: set?.id ?? null, item, values, faults: form.faults });
  const surface = draftSurface(req, draft, { tab: 'answers', title: page.heading, faults: form.faults });
  await renderView(res, 'design/options', { ...surface, ...page }, res.statusCode);
}
