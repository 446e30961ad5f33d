import { Router } from 'express';
import { parseRequest } from '../http/parse.js';
import { textsIn } from '../i18n/index.js';
import { pageAddress, thanksAddress } from './addresses.js';
import { hasScoredAnswer } from './answerCheck.js';
import { lastDayBefore } from './calendarDay.js';
import { createDraftSteps } from './draftStep.js';
import { plainNotice, savedNotice, stopNotice, submittedNotice } from './notices.viewModels.js';
import { standingOf } from './questionnaire.js';
import { StopChoiceSchema } from './respond.requests.js';
import type { RespondDependencies } from './respond.routes.js';
import { dropCookie, keepCookie, showNotice, step, wordingFor, type DraftVisit, type Step, type Visit } from './visit.js';

/** The ways out: stop with its three choices, thanks, and the ends at which nothing is stored. */
export function createLeavingRouter({ drafts, fieldwork, config }: RespondDependencies): Router {
  const { saving, reading, resting } = createDraftSteps({ drafts, fieldwork });

  const askWhatToDo: Step<DraftVisit> = (req, res, visit) => {
    const { draft, definition, address } = visit;
    const notice = stopNotice(req.language, {
      address,
      submission: draft.submissionToken,
      canSend: hasScoredAnswer(definition, draft.answers),
      back: pageAddress(visit, standingOf(definition, draft.answers).firstOpen),
    });
    return showNotice(req, res, notice);
  };

  const stop: Step<DraftVisit> = async (req, res, visit) => {
    const { draft, wave, address } = visit;
    const { _choice } = parseRequest(StopChoiceSchema, req.body);
    if (_choice === 'later') {
      await drafts.rest(draft);
      return `${address}/saved`;
    }
    if (_choice === 'delete') {
      if (!(await drafts.discard(draft))) return address;
      dropCookie(res);
      return `${address}/deleted`;
    }
    return (await drafts.submit(draft, wave, true)) === 'sent' ? thanksAddress(visit, draft.townId) : `${address}/stop`;
  };

  const saved: Step<DraftVisit> = (req, res, { draft, wave, address }) => {
    const lastDay = lastDayBefore(draft.expires);
    return showNotice(req, res, savedNotice(req.language, lastDay < wave.closes ? lastDay : wave.closes, address));
  };

  const thank: Step<Visit> = async (req, res, visit) => {
    const { wave, draft, definition, address, cookie } = visit;
    if (draft?.status !== 'submitted') return address;
    keepCookie(res, cookie, { days: 1, secure: config.baseUrl.startsWith('https:') });
    const town = wave.towns.find(({ townId }) => wave.towns.length === 1 || townId === req.query.town)?.townId;
    const hidden = town === undefined ? [] : [{ name: '_town', value: town }];
    const [thanks, ...more] = wordingFor(req, visit, null).sentencesOf(definition.thanks);
    const notice = submittedNotice({
      heading: thanks ?? '',
      text: more.join(' '),
      language: req.language,
      another: wave.access === 'open-link' ? { action: `${address}/another`, hidden } : null,
      townHref: town !== undefined && wave.live ? `/towns/${town}` : null,
    });
    return showNotice(req, res, notice);
  };

  const sayDeleted: Step<Visit> = (req, res, visit) => {
    const heading = wordingFor(req, visit, null).of(visit.definition.title);
    return showNotice(req, res, plainNotice(heading, textsIn(req.language)('interface.txt_deleted')));
  };

  /** Nothing of these was stored but the count. */
  const sayEnded =
    (ending: 'declined' | 'screenedOut'): Step<Visit> =>
    (req, res, visit) => {
      const wording = wordingFor(req, visit, null);
      return showNotice(req, res, plainNotice(wording.of(visit.definition.title), wording.of(visit.definition[ending])));
    };

  return Router()
    .get('/s/:wave/stop', reading(askWhatToDo))
    .post('/s/:wave/stop', saving(stop))
    .get('/s/:wave/saved', resting(saved))
    .get('/s/:wave/thanks', step(thank))
    .get('/s/:wave/deleted', step(sayDeleted))
    .get('/s/:wave/declined', step(sayEnded('declined')))
    .get('/s/:wave/screened-out', step(sayEnded('screenedOut')));
}
