import { Router, type Request, type Response } from 'express';
import { answersThatCount, endingOf, pagesOf, type Answers, type Page } from '../../../survey-definitions/contract/index.js';
import { parseAddress, parseRequest } from '../../http/parse.js';
import { textsIn } from '../../i18n/index.js';
import { endingAddress, moveAddress, pageAddress } from '../addresses.js';
import { checkAnswers } from '../answerCheck.js';
import { buildCheckPage } from '../checkPage.viewModels.js';
import { drawFacetOrder } from '../facetOrder.js';
import { moveAfter } from '../move.js';
import { plainNotice } from '../notices.viewModels.js';
import { formFieldsOf, readPage, type FormFields, type QuestionFault } from '../questionForm.js';
import { pageAfter, reachedPage, standingOf } from '../questionnaire.js';
import { buildOpening, buildQuestionPage, type ShownPage } from '../questionPage.viewModels.js';
import { FormSchema, PageAddressSchema } from '../respond.requests.js';
import { begun, step, SUBMISSION, type BegunStep, type PreviewStep } from './previewStep.js';
import { showPreview, showPreviewNotice, standpointOf, type Standpoint } from './previewPage.js';
import { sampleWording } from './sampleWording.js';

/** The opening, the questions page by page, the check of all answers and the sending, of which nothing is kept. */
export function walkQuestionsRoutes(): Router {
  const begin: PreviewStep = async (req, res, at) => {
    const { definition, walk, address } = at;
    const [page] = pagesOf(definition, {});
    if (walk !== null || !page) return address;
    const fields = parseRequest(FormSchema, req.body);
    const { answers, faults } = readPage(definition, page.items, fields);
    if (faults.length > 0) return showOpening(req, res, at, fields, faults);
    const ending = endingOf(definition, answers);
    if (ending !== undefined) return endingAddress(at, ending);
    const counted = answersThatCount(definition, answers);
    const next = standpointOf(at, { answers: counted, facetOrder: drawFacetOrder(definition) });
    return pageAddress(next, pageAfter(definition, standingOf(definition, counted), page.id));
  };

  const ask: BegunStep = async (req, res, at) => {
    const { answers } = at.walk;
    const standing = standingOf(at.definition, answers);
    const page = reachedPage(standing, pageIdOf(req));
    if (!page) return pageAddress(at, standing.firstOpen);
    return showQuestions(req, res, at, { page, answers, fields: formFieldsOf(page.items, answers), faults: [] });
  };

  const answer: BegunStep = async (req, res, at) => {
    const { definition, walk } = at;
    const fields = parseRequest(FormSchema, req.body);
    const before = standingOf(definition, walk.answers);
    const page = reachedPage(before, pageIdOf(req));
    if (!page) return pageAddress(at, before.firstOpen);
    const { answers: read, faults } = readPage(definition, page.items, fields);
    const answers = answersThatCount(definition, { ...walk.answers, ...read });
    const ending = endingOf(definition, answers);
    if (ending !== undefined) return endingAddress(standpointOf(at, null), ending);
    const after = standpointOf(at, { ...walk, answers });
    const move = moveAfter(definition, page, answers, fields, faults);
    if (move.to === 'faults') return showQuestions(req, res, after, { page, answers, fields, faults });
    return moveAddress(after, move);
  };

  const check: BegunStep = async (req, res, at) => {
    const { definition, walk, address, language } = at;
    const { pages, firstOpen } = standingOf(definition, walk.answers);
    if (firstOpen) return pageAddress(at, firstOpen);
    const wording = sampleWording(definition, language);
    const page = buildCheckPage({ definition, wording, pages, ...walk, address, submission: SUBMISSION });
    return showPreview(req, res, at, 'respond/check', page, { title: page.title });
  };

  const send: BegunStep = (_req, _res, at) => {
    const { definition, walk } = at;
    const complete = checkAnswers(definition, walk.answers, false).outcome === 'complete';
    return complete ? `${at.addressOf(null)}/thanks` : pageAddress(at, standingOf(definition, walk.answers).firstOpen);
  };

  return Router()
    .post('/', step(begin))
    .get('/q/:page', begun(ask))
    .post('/q/:page', begun(answer))
    .get('/check', begun(check))
    .post('/submit', begun(send));
}

export function showOpening(
  req: Request,
  res: Response,
  at: Standpoint,
  fields: FormFields,
  faults: QuestionFault[],
): Promise<undefined> {
  const { definition, language, address } = at;
  const wording = sampleWording(definition, language);
  const [page] = pagesOf(definition, {});
  if (!page) {
    const text = textsIn(language)('designPreview.no_questions');
    return showPreviewNotice(req, res, at, plainNotice(wording.of(definition.title), text));
  }
  const opening = buildOpening({
    definition,
    wording,
    page,
    fields,
    faults,
    facetOrder: [],
    action: address,
    hidden: [],
    started: false,
  });
  const status = faults.length > 0 ? 422 : 200;
  return showPreview(req, res, at, 'respond/opening', opening, { title: opening.form.title, status });
}

interface Questions {
  page: Page;
  answers: Answers;
  fields: FormFields;
  faults: QuestionFault[];
}

function showQuestions(req: Request, res: Response, at: Standpoint, questions: Questions): Promise<undefined> {
  const { definition, language, address, walk } = at;
  const { page, answers, fields, faults } = questions;
  const { pages } = standingOf(definition, answers);
  const changing = req.query.change === '1' || fields._change === '1';
  const shown: ShownPage = {
    definition,
    wording: sampleWording(definition, language),
    page,
    fields,
    faults,
    facetOrder: walk?.facetOrder ?? [],
    action: `${address}/q/${page.id}`,
    hidden: [{ name: '_submission', value: SUBMISSION }, ...(changing ? [{ name: '_change', value: '1' }] : [])],
  };
  const status = faults.length > 0 ? 422 : 200;
  if (page.id === pages[0]?.id) {
    const opening = buildOpening({ ...shown, started: true });
    return showPreview(req, res, at, 'respond/opening', opening, { title: opening.form.title, status });
  }
  const content = buildQuestionPage({ ...shown, answers, pages });
  return showPreview(req, res, at, 'respond/question', content, { title: content.form.title, status });
}

function pageIdOf(req: Request): string {
  return parseAddress(PageAddressSchema, req.params).page;
}
