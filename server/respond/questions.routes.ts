import { Router, type Request, type Response } from 'express';
import type { Answers, Page } from '../../survey-definitions/contract/index.js';
import { parseAddress, parseRequest } from '../http/parse.js';
import { endingAddress, moveAddress, pageAddress, thanksAddress } from './addresses.js';
import { buildCheckPage } from './checkPage.viewModels.js';
import { createDraftSteps } from './draftStep.js';
import { formFieldsOf, readPage, type FormFields, type QuestionFault } from './questionForm.js';
import { moveAfter } from './move.js';
import { reachedPage, standingOf } from './questionnaire.js';
import { buildOpening, buildQuestionPage, type ShownPage } from './questionPage.viewModels.js';
import { FormSchema, PageAddressSchema } from './respond.requests.js';
import type { RespondDependencies } from './respond.routes.js';
import { dropCookie, showPage, wordingFor, type DraftVisit, type Step } from './visit.js';

/** The questions page by page, the check of all answers, and the submission. */
export function createQuestionsRouter({ drafts, fieldwork }: RespondDependencies): Router {
  const { saving, reading } = createDraftSteps({ drafts, fieldwork });

  const ask: Step<DraftVisit> = async (req, res, visit) => {
    const { answers } = visit.draft;
    const standing = standingOf(visit.definition, answers);
    const page = reachedPage(standing, pageIdOf(req));
    if (!page) return pageAddress(visit, standing.firstOpen);
    return showQuestions(req, res, visit, { page, answers, fields: formFieldsOf(page.items, answers), faults: [] });
  };

  /** Saves what is valid in any case; goes on, back or to the stop, or shows the page again with its faults. */
  const answer: Step<DraftVisit> = async (req, res, visit) => {
    const { draft, definition, address } = visit;
    const fields = parseRequest(FormSchema, req.body);
    const before = standingOf(definition, draft.answers);
    const page = reachedPage(before, pageIdOf(req));
    if (!page) return pageAddress(visit, before.firstOpen);
    const { answers: read, faults } = readPage(definition, page.items, fields);
    const saved = await drafts.savePage(draft, definition, read, req.language);
    if (saved.outcome === 'gone') return address;
    if (saved.outcome === 'ended') {
      dropCookie(res);
      return endingAddress(visit, saved.ending);
    }
    const { answers } = saved;
    const move = moveAfter(definition, page, answers, fields, faults);
    if (move.to === 'faults') return showQuestions(req, res, visit, { page, answers, fields, faults });
    return moveAddress(visit, move);
  };

  const check: Step<DraftVisit> = async (req, res, visit) => {
    const { draft, definition, address } = visit;
    const { pages, firstOpen } = standingOf(definition, draft.answers);
    if (firstOpen) return pageAddress(visit, firstOpen);
    const wording = wordingFor(req, visit, draft.townId);
    const { answers, facetOrder, submissionToken: submission } = draft;
    const page = buildCheckPage({ definition, wording, pages, answers, facetOrder, address, submission });
    return showPage(req, res, 'respond/check', page, { title: page.title });
  };

  const send: Step<DraftVisit> = async (_req, _res, visit) => {
    const { draft, wave, definition } = visit;
    if ((await drafts.submit(draft, wave, false)) === 'sent') return thanksAddress(visit, draft.townId);
    return pageAddress(visit, standingOf(definition, draft.answers).firstOpen);
  };

  return Router()
    .get('/s/:wave/q/:page', reading(ask))
    .post('/s/:wave/q/:page', saving(answer))
    .get('/s/:wave/check', reading(check))
    .post('/s/:wave/submit', saving(send));
}

interface Questions {
  page: Page;
  answers: Answers;
  fields: FormFields;
  faults: QuestionFault[];
}

function showQuestions(req: Request, res: Response, visit: DraftVisit, questions: Questions): Promise<undefined> {
  const { draft, definition, address } = visit;
  const { page, answers, fields, faults } = questions;
  const { pages } = standingOf(definition, answers);
  const changing = req.query.change === '1' || fields._change === '1';
  const shown: ShownPage = {
    definition,
    wording: wordingFor(req, visit, draft.townId),
    page,
    fields,
    faults,
    facetOrder: draft.facetOrder,
    action: `${address}/q/${page.id}`,
    hidden: [{ name: '_submission', value: draft.submissionToken }, ...(changing ? [{ name: '_change', value: '1' }] : [])],
  };
  const status = faults.length > 0 ? 422 : 200;
  if (page.id === pages[0]?.id) {
    const opening = buildOpening({ ...shown, started: true });
    return showPage(req, res, 'respond/opening', opening, { title: opening.form.title, status });
  }
  const content = buildQuestionPage({ ...shown, answers, pages });
  return showPage(req, res, 'respond/question', content, { title: content.form.title, status });
}

function pageIdOf(req: Request): string {
  return parseAddress(PageAddressSchema, req.params).page;
}
