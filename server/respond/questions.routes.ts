import { Router, type NextFunction, type Request, type Response } from 'express';
import type { Ending, Page } from '../../survey-definitions/contract/index.js';
import { parseAddress, parseRequest } from '../http/parse.js';
import { buildCheckPage } from './checkPage.viewModels.js';
import { formFieldsOf, readPage, type FormFields, type QuestionFault } from './questionForm.js';
import { buildOpening, buildQuestionPage, type ShownPage } from './questionPage.viewModels.js';
import { pageAfter, pageBefore, reachedPage, standingOf, type Standing } from './questionnaire.js';
import { FormSchema, PageAddressSchema, SendSchema } from './respond.requests.js';
import type { RespondDependencies } from './respond.routes.js';
import { dropCookie, showClosed, showPage, visitOf, wordingFor, type DraftVisit } from './visit.js';

/** The questions page by page, the check of all answers, and the submission. */
export function createQuestionsRouter(dependencies: RespondDependencies): Router {
  const { drafts } = dependencies;
  const router = Router();
  const needDraft = createNeedDraft(dependencies);

  router.get('/s/:wave/q/:page', needDraft, async (req, res) => {
    const visit = visitOf(res) as DraftVisit;
    if (drafts.isResting(visit.draft)) return res.redirect(303, visit.address);
    const standing = standingOf(visit.definition, visit.draft.answers);
    const page = reachedPage(standing, pageIdOf(req));
    if (!page) return res.redirect(303, addressOf(visit, standing.firstOpen));
    return showQuestions(req, res, page, standing, formFieldsOf(page.items, visit.draft.answers), []);
  });

  router.post('/s/:wave/q/:page', needDraft, async (req, res) => {
    const visit = visitOf(res) as DraftVisit;
    const { draft, definition, address } = visit;
    const fields = parseRequest(FormSchema, req.body);
    const page = reachedPage(standingOf(definition, draft.answers), pageIdOf(req));
    if (!page) return res.redirect(303, addressOf(visit, standingOf(definition, draft.answers).firstOpen));
    const { answers, faults } = readPage(definition, page.items, fields);
    const saving = await drafts.savePage(draft, definition, answers, req.language);
    if (saving.outcome === 'gone') return res.redirect(303, address);
    if (saving.outcome === 'ended') {
      dropCookie(res);
      return res.redirect(303, endingAddress(address, saving.ending));
    }
    const standing = standingOf(definition, saving.answers);
    const changing = fields['_change'] === '1';
    if (fields['_page'] === 'stop') return res.redirect(303, `${address}/stop`);
    if (fields['_page'] === 'back')
      return res.redirect(303, changing ? `${address}/check` : addressOf(visit, pageBefore(standing, page.id)));
    if (faults.length > 0) {
      visit.draft = { ...draft, answers: saving.answers };
      return showQuestions(req, res, page, standing, fields, faults);
    }
    const next = changing ? standing.firstOpen : pageAfter(definition, standing, page.id);
    return res.redirect(303, changing && next ? `${addressOf(visit, next)}?change=1` : addressOf(visit, next));
  });

  router.get('/s/:wave/check', needDraft, async (req, res) => {
    const visit = visitOf(res) as DraftVisit;
    const { draft, definition, address } = visit;
    if (drafts.isResting(draft)) return res.redirect(303, address);
    const { pages, firstOpen } = standingOf(definition, draft.answers);
    if (firstOpen) return res.redirect(303, addressOf(visit, firstOpen));
    const wording = wordingFor(req, visit, draft.townId);
    const { answers, facetOrder, submissionToken: submission } = draft;
    const page = buildCheckPage({ definition, wording, pages, answers, facetOrder, address, submission });
    return showPage(req, res, 'respond/check', page, { title: page.title });
  });

  router.post('/s/:wave/submit', needDraft, async (_req, res) => {
    const visit = visitOf(res) as DraftVisit;
    const { draft, wave, definition } = visit;
    const result = await drafts.submit(draft, wave, false);
    const arrived = result.outcome === 'stored' || result.outcome === 'alreadyReceived';
    res.redirect(303, arrived ? thanksAddress(visit) : addressOf(visit, standingOf(definition, draft.answers).firstOpen));
  });

  async function showQuestions(
    req: Request,
    res: Response,
    page: Page,
    standing: Standing,
    fields: FormFields,
    faults: QuestionFault[],
  ): Promise<void> {
    const visit = visitOf(res) as DraftVisit;
    const { draft, definition, address } = visit;
    const changing = req.query['change'] === '1' || fields['_change'] === '1';
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
    if (page.id === standing.pages[0]?.id) {
      const opening = buildOpening({ ...shown, started: true });
      return showPage(req, res, 'respond/opening', opening, { title: opening.form.title, status });
    }
    const content = buildQuestionPage({ ...shown, answers: draft.answers, pages: standing.pages, canGoBack: true });
    return showPage(req, res, 'respond/question', content, { title: content.form.title, status });
  }

  return router;
}

/**
 * Lets a request pass only with an unfinished questionnaire, and a form only if it was made for that one: a form left
 * over from another person's questionnaire must not write into it.
 */
export function createNeedDraft({ drafts, fieldwork }: RespondDependencies) {
  return async (req: Request, res: Response, next: NextFunction): Promise<void> => {
    const { draft, wave, address } = visitOf(res);
    const { _submission: token } = req.method === 'POST' ? parseRequest(SendSchema, req.body) : { _submission: '' };
    const fits = draft?.status === 'started' && (req.method !== 'POST' || token === draft.submissionToken);
    if (fits && fieldwork.acceptsSubmissions(wave)) next();
    else if (fits) await showClosed(req, res);
    else if (draft?.status === 'submitted' && token !== '' && (await drafts.hasArrived(wave.slug, token)))
      res.redirect(303, `${address}/thanks`);
    else res.redirect(303, address);
  };
}

export function endingAddress(address: string, ending: Ending): string {
  return `${address}/${ending === 'declined' ? 'declined' : 'screened-out'}`;
}

export function thanksAddress({ address, wave, draft }: DraftVisit): string {
  return wave.towns.length > 1 ? `${address}/thanks?town=${draft.townId}` : `${address}/thanks`;
}

function pageIdOf(req: Request): string {
  return parseAddress(PageAddressSchema, req.params).page;
}

/** A page's address; without one everything is answered and can be checked. */
function addressOf({ address }: DraftVisit, page: Page | undefined): string {
  return page ? `${address}/q/${page.id}` : `${address}/check`;
}
