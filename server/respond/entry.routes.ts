import { Router, type Request, type Response } from 'express';
import { endingOf, pagesOf } from '../../survey-definitions/contract/index.js';
import { parseRequest } from '../http/parse.js';
import { textsIn } from '../i18n/index.js';
import { buildTownPage, noEntryNotice, submittedNotice, unfinishedNotice } from './notices.viewModels.js';
import { readPage, type FormFields, type QuestionFault } from './questionForm.js';
import { buildOpening } from './questionPage.viewModels.js';
import { pageAfter, standingOf } from './questionnaire.js';
import { endingAddress } from './questions.routes.js';
import { AnotherPersonSchema, FormSchema, ReturnChoiceSchema } from './respond.requests.js';
import type { RespondDependencies } from './respond.routes.js';
import {
  dropCookie,
  keepCookie,
  showClosed,
  showNotice,
  showPage,
  showUnknownLink,
  visitOf,
  wordingFor,
  type Visit,
} from './visit.js';

/** The way in: town, language, introduction and consent; and the choice of whoever comes back. */
export function createEntryRouter({ definitions, fieldwork, drafts, config }: RespondDependencies): Router {
  const router = Router();

  router.get('/s/:wave', async (req, res) => {
    await enter(req, res, onlyTownOf(visitOf(res)));
  });

  /** The choice of a town, where the link does not set it. */
  router.post('/s/:wave', async (req, res) => {
    const visit = visitOf(res);
    const town = parseRequest(FormSchema, req.body)['town'];
    if (typeof town === 'string' && hasTown(visit, town)) res.redirect(303, `${visit.address}/${town}`);
    else await showTownChoice(req, res, true);
  });

  router.post('/s/:wave/return', async (req, res) => {
    const { address, draft, definition, wave } = visitOf(res);
    const { _choice, _town } = parseRequest(ReturnChoiceSchema, req.body);
    if (draft?.status !== 'started') return res.redirect(303, entryAddress(visitOf(res), _town));
    if (_choice === 'anew') {
      await drafts.discard(draft);
      dropCookie(res);
      return res.redirect(303, entryAddress(visitOf(res), _town));
    }
    if (!fieldwork.acceptsSubmissions(wave)) return showClosed(req, res);
    await drafts.resume(draft);
    const { firstOpen } = standingOf(definition, draft.answers);
    return res.redirect(303, firstOpen ? `${address}/q/${firstOpen.id}` : `${address}/check`);
  });

  router.post('/s/:wave/another', async (req, res) => {
    const visit = visitOf(res);
    const { _town } = parseRequest(AnotherPersonSchema, req.body);
    if (visit.wave.access === 'open-link') {
      await drafts.forgetSubmitted(visit.wave.slug, visit.cookie);
      dropCookie(res);
    }
    res.redirect(303, entryAddress(visit, _town));
  });

  router.get('/s/:wave/:town', async (req, res) => {
    if (hasTown(visitOf(res), req.params.town)) await enter(req, res, req.params.town);
    else await showUnknownLink(req, res);
  });

  /** The first page is answered: a draft starts with consent and never before. */
  router.post('/s/:wave/:town', async (req, res) => {
    const visit = visitOf(res);
    const { wave, definition, address, draft } = visit;
    const townId = req.params.town;
    if (!hasTown(visit, townId)) return showUnknownLink(req, res);
    if (draft) return res.redirect(303, address);
    if (fieldwork.entryOf(wave) !== 'open') return enter(req, res, townId);
    const fields = parseRequest(FormSchema, req.body);
    const { answers, faults } = readPage(definition, pagesOf(definition, {})[0]?.items ?? [], fields);
    if (faults.length > 0) return showOpening(req, res, townId, fields, faults);
    const ending = endingOf(definition, answers);
    if (ending !== undefined) {
      await fieldwork.countUnstored(wave.slug, townId, ending);
      return res.redirect(303, endingAddress(address, ending));
    }
    keepCookie(req, res, await drafts.start({ wave, townId, language: req.language, definition, answers }), config.draftDays);
    const next = pageAfter(definition, standingOf(definition, answers), pagesOf(definition, {})[0]?.id ?? '');
    return res.redirect(303, next ? `${address}/q/${next.id}` : `${address}/check`);
  });

  async function enter(req: Request, res: Response, townId: string | null): Promise<void> {
    const visit = visitOf(res);
    const { wave, draft, definition, address } = visit;
    const { language } = req;
    const heading = wordingFor(req, visit, townId).of(definition.title);
    const hidden = townId === null ? [] : [{ name: '_town', value: townId }];
    if (draft?.status === 'submitted') {
      const text = textsIn(language)('interface.txt_already_submitted');
      const another = wave.access === 'open-link' ? { action: `${address}/another`, hidden } : null;
      return showNotice(req, res, submittedNotice({ heading, text, language, another, townHref: null }));
    }
    if (draft && !fieldwork.acceptsSubmissions(wave)) return showClosed(req, res);
    if (draft) return showNotice(req, res, unfinishedNotice(language, `${address}/return`, hidden));
    const entry = fieldwork.entryOf(wave);
    if (entry !== 'open') return showNotice(req, res, noEntryNotice(heading, wave, entry, language));
    return townId === null ? showTownChoice(req, res, false) : showOpening(req, res, townId, {}, []);
  }

  async function showTownChoice(req: Request, res: Response, missing: boolean): Promise<void> {
    const visit = visitOf(res);
    const { definition, wave, address } = visit;
    const wording = wordingFor(req, visit, null);
    const page = buildTownPage({
      heading: wording.of(definition.title),
      introduction: wording.of(definition.introduction),
      question: definition.townQuestion,
      towns: wave.towns.map((town) => definitions.town(town.townId)),
      action: address,
      missing,
      language: req.language,
    });
    await showPage(req, res, 'respond/town', page, { title: page.title, status: missing ? 422 : 200 });
  }

  async function showOpening(
    req: Request,
    res: Response,
    townId: string,
    fields: FormFields,
    faults: QuestionFault[],
  ): Promise<void> {
    const visit = visitOf(res);
    const { definition, address } = visit;
    const [page] = pagesOf(definition, {});
    if (!page) return showUnknownLink(req, res);
    const opening = buildOpening({
      definition,
      wording: wordingFor(req, visit, townId),
      page,
      fields,
      faults,
      facetOrder: [],
      action: `${address}/${townId}`,
      hidden: [],
      started: false,
    });
    await showPage(req, res, 'respond/opening', opening, { title: opening.form.title, status: faults.length > 0 ? 422 : 200 });
  }

  return router;
}

function hasTown({ wave }: Visit, townId: string): boolean {
  return wave.towns.some((town) => town.townId === townId);
}

function onlyTownOf({ wave }: Visit): string | null {
  return wave.towns.length === 1 ? (wave.towns[0]?.townId ?? null) : null;
}

function entryAddress(visit: Visit, townId: string | undefined): string {
  return townId !== undefined && hasTown(visit, townId) ? `${visit.address}/${townId}` : visit.address;
}
