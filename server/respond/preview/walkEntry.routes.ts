import { Router, type Request, type Response } from 'express';
import type { Definitions } from '../../definitions/index.js';
import { parseRequest } from '../../http/parse.js';
import { pageAddress } from '../addresses.js';
import { unfinishedNotice } from '../notices.viewModels.js';
import { buildPrivacyPage } from '../privacy.viewModels.js';
import { standingOf } from '../questionnaire.js';
import { AnotherPersonSchema, FormSchema, ReturnChoiceSchema } from '../respond.requests.js';
import { buildTownPage } from '../townPage.viewModels.js';
import { begun, step, type BegunStep, type PreviewStep } from './previewStep.js';
import { showPreview, showPreviewNotice, type Standpoint } from './previewPage.js';
import { sampleWording } from './sampleWording.js';
import { showOpening } from './walkQuestions.routes.js';

/** Towns enough to see the question for the town. */
const SHOWN_TOWNS = 3;

interface EntryDependencies {
  definitions: Definitions;
  draftDays: number;
}

/** The way in: the town, the opening, the choice of whoever comes back, and the page on privacy. */
export function walkEntryRoutes({ definitions, draftDays }: EntryDependencies): Router {
  const towns = definitions.towns.slice(0, SHOWN_TOWNS);

  const enter: PreviewStep = async (req, res, at) => {
    if (at.walk === null) return showOpening(req, res, at, {}, []);
    return showPreviewNotice(req, res, at, unfinishedNotice(at.language, `${at.address}/return`, []));
  };

  const comeBack: BegunStep = (req, _res, at) => {
    const { _choice } = parseRequest(ReturnChoiceSchema, req.body);
    return _choice === 'anew' ? at.addressOf(null) : pageAddress(at, standingOf(at.definition, at.walk.answers).firstOpen);
  };

  const anotherPerson: PreviewStep = (req, _res, at) => {
    parseRequest(AnotherPersonSchema, req.body);
    return at.addressOf(null);
  };

  const askTown: PreviewStep = (req, res, at) => showTownChoice(req, res, at, false);

  const chooseTown: PreviewStep = async (req, res, at) => {
    const { town } = parseRequest(FormSchema, req.body);
    return towns.some(({ id }) => id === town) ? at.addressOf(null) : showTownChoice(req, res, at, true);
  };

  async function showTownChoice(req: Request, res: Response, at: Standpoint, missing: boolean): Promise<undefined> {
    const { definition, language, address } = at;
    const wording = sampleWording(definition, language);
    const page = buildTownPage({
      heading: wording.of(definition.title),
      introduction: wording.of(definition.introduction),
      question: definition.townQuestion,
      towns: [...towns],
      action: `${address}/town`,
      missing,
      language,
    });
    return showPreview(req, res, at, 'respond/town', page, { title: page.title, status: missing ? 422 : 200 });
  }

  const sayPrivacy: PreviewStep = (req, res, at) => {
    const page = buildPrivacyPage(at.language, draftDays);
    return showPreview(req, res, at, 'respond/privacy', page, { title: page.heading });
  };

  return Router()
    .get('/', step(enter))
    .post('/return', begun(comeBack))
    .post('/another', step(anotherPerson))
    .get('/town', step(askTown))
    .post('/town', step(chooseTown))
    .get('/privacy', step(sayPrivacy));
}
