import { Router, type Request, type Response } from 'express';
import { endingOf, pagesOf } from '../../survey-definitions/contract/index.js';
import { parseRequest } from '../http/parse.js';
import { textsIn } from '../i18n/index.js';
import { endingAddress, entryAddress, hasTown, pageAddress } from './addresses.js';
import { noEntryNotice, submittedNotice, unfinishedNotice } from './notices.viewModels.js';
import { readPage, type FormFields, type QuestionFault } from './questionForm.js';
import { pageAfter, standingOf } from './questionnaire.js';
import { buildOpening } from './questionPage.viewModels.js';
import { AnotherPersonSchema, FormSchema, ReturnChoiceSchema, TownAddressSchema } from './respond.requests.js';
import type { RespondDependencies } from './respond.routes.js';
import { buildTownPage } from './townPage.viewModels.js';
import {
  dropCookie,
  keepCookie,
  showClosed,
  showNotice,
  showPage,
  showUnknownLink,
  step,
  wordingFor,
  type Step,
  type Visit,
} from './visit.js';

/** The way in: town, language, introduction and consent; and the choice of whoever comes back. */
export function createEntryRouter({ definitions, fieldwork, drafts, config }: RespondDependencies): Router {
  const enterByWave: Step<Visit> = (req, res, visit) => {
    const [first, ...others] = visit.wave.towns;
    return enter(req, res, visit, others.length === 0 && first ? first.townId : null);
  };

  const enterByTown: Step<Visit> = (req, res, visit) => {
    const { town } = parseRequest(TownAddressSchema, req.params);
    return hasTown(visit, town) ? enter(req, res, visit, town) : showUnknownLink(req, res);
  };

  /** Where the link does not set the town. */
  const chooseTown: Step<Visit> = async (req, res, visit) => {
    const { town } = parseRequest(FormSchema, req.body);
    if (typeof town === 'string' && hasTown(visit, town)) return entryAddress(visit, town);
    return showTownChoice(req, res, visit, true);
  };

  const comeBack: Step<Visit> = async (req, res, visit) => {
    const { draft, definition, wave } = visit;
    const { _choice, _town } = parseRequest(ReturnChoiceSchema, req.body);
    if (draft?.status !== 'started') return entryAddress(visit, _town);
    if (_choice === 'anew') {
      if (await drafts.discard(draft)) dropCookie(res);
      return entryAddress(visit, _town);
    }
    if (!fieldwork.acceptsSubmissions(wave)) return showClosed(req, res);
    await drafts.resume(draft);
    return pageAddress(visit, standingOf(definition, draft.answers).firstOpen);
  };

  const anotherPerson: Step<Visit> = async (req, res, visit) => {
    const { _town } = parseRequest(AnotherPersonSchema, req.body);
    if (visit.wave.access === 'open-link') {
      await drafts.forgetSubmitted(visit.wave.slug, visit.cookie);
      dropCookie(res);
    }
    return entryAddress(visit, _town);
  };

  /** The first page is answered: a draft starts with consent and never before. */
  const begin: Step<Visit> = async (req, res, visit) => {
    const { wave, definition, address, draft } = visit;
    const { town: townId } = parseRequest(TownAddressSchema, req.params);
    if (!hasTown(visit, townId)) return showUnknownLink(req, res);
    if (draft) return address;
    if (fieldwork.entryOf(wave) !== 'open') return enter(req, res, visit, townId);
    const fields = parseRequest(FormSchema, req.body);
    const [page] = pagesOf(definition, {});
    const { answers, faults } = readPage(definition, page?.items ?? [], fields);
    if (faults.length > 0) return showOpening(req, res, visit, townId, fields, faults);
    const ending = endingOf(definition, answers);
    if (ending !== undefined) {
      await fieldwork.countUnstored(wave.slug, townId, ending);
      return endingAddress(visit, ending);
    }
    const cookie = await drafts.start({ wave, townId, language: req.language, definition, answers });
    keepCookie(res, cookie, { days: config.draftDays, secure: config.baseUrl.startsWith('https:') });
    return pageAddress(visit, pageAfter(definition, standingOf(definition, answers), page?.id ?? ''));
  };

  async function enter(req: Request, res: Response, visit: Visit, townId: string | null): Promise<undefined> {
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
    return townId === null ? showTownChoice(req, res, visit, false) : showOpening(req, res, visit, townId, {}, []);
  }

  function showTownChoice(req: Request, res: Response, visit: Visit, missing: boolean): Promise<undefined> {
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
    return showPage(req, res, 'respond/town', page, { title: page.title, status: missing ? 422 : 200 });
  }

  async function showOpening(
    req: Request,
    res: Response,
    visit: Visit,
    townId: string,
    fields: FormFields,
    faults: QuestionFault[],
  ): Promise<undefined> {
    const { definition } = visit;
    const [page] = pagesOf(definition, {});
    if (!page) return showUnknownLink(req, res);
    const opening = buildOpening({
      definition,
      wording: wordingFor(req, visit, townId),
      page,
      fields,
      faults,
      facetOrder: [],
      action: entryAddress(visit, townId),
      hidden: [],
      started: false,
    });
    return showPage(req, res, 'respond/opening', opening, { title: opening.form.title, status: faults.length > 0 ? 422 : 200 });
  }

  return Router()
    .get('/s/:wave', step(enterByWave))
    .post('/s/:wave', step(chooseTown))
    .post('/s/:wave/return', step(comeBack))
    .post('/s/:wave/another', step(anotherPerson))
    .get('/s/:wave/:town', step(enterByTown))
    .post('/s/:wave/:town', step(begin));
}
