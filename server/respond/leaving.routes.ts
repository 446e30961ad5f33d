import { Router } from 'express';
import { parseRequest } from '../http/parse.js';
import { textsIn } from '../i18n/index.js';
import { hasScoredAnswer } from './answerCheck.js';
import { lastDayBefore } from './calendarDay.js';
import { plainNotice, savedNotice, stopNotice, submittedNotice } from './notices.viewModels.js';
import { standingOf } from './questionnaire.js';
import { createNeedDraft, thanksAddress } from './questions.routes.js';
import { StopChoiceSchema } from './respond.requests.js';
import type { RespondDependencies } from './respond.routes.js';
import { dropCookie, keepCookie, showNotice, visitOf, wordingFor, type DraftVisit } from './visit.js';

/** The ways out: stop with its three choices, thanks, and the ends at which nothing is stored. */
export function createLeavingRouter(dependencies: RespondDependencies): Router {
  const { drafts } = dependencies;
  const router = Router();
  const needDraft = createNeedDraft(dependencies);

  router.get('/s/:wave/stop', needDraft, async (req, res) => {
    const { draft, definition, address } = visitOf(res) as DraftVisit;
    if (drafts.isResting(draft)) return res.redirect(303, address);
    const { firstOpen } = standingOf(definition, draft.answers);
    const notice = stopNotice(req.language, {
      address,
      submission: draft.submissionToken,
      canSend: hasScoredAnswer(definition, draft.answers),
      back: firstOpen ? `${address}/q/${firstOpen.id}` : `${address}/check`,
    });
    return showNotice(req, res, notice);
  });

  router.post('/s/:wave/stop', needDraft, async (req, res) => {
    const visit = visitOf(res) as DraftVisit;
    const { draft, wave, address } = visit;
    const { _choice } = parseRequest(StopChoiceSchema, req.body);
    if (_choice === 'later') {
      await drafts.rest(draft);
      return res.redirect(303, `${address}/saved`);
    }
    if (_choice === 'delete') {
      await drafts.discard(draft);
      dropCookie(res);
      return res.redirect(303, `${address}/deleted`);
    }
    const result = await drafts.submit(draft, wave, true);
    const arrived = result.outcome === 'stored' || result.outcome === 'alreadyReceived';
    return res.redirect(303, arrived ? thanksAddress(visit) : `${address}/stop`);
  });

  router.get('/s/:wave/saved', needDraft, async (req, res) => {
    const { draft, wave, address } = visitOf(res) as DraftVisit;
    const lastDay = lastDayBefore(draft.expires);
    await showNotice(req, res, savedNotice(req.language, lastDay < wave.closes ? lastDay : wave.closes, address));
  });

  router.get('/s/:wave/thanks', async (req, res) => {
    const visit = visitOf(res);
    const { wave, study, draft, definition, address, cookie } = visit;
    if (draft?.status !== 'submitted') return res.redirect(303, address);
    keepCookie(req, res, cookie, 1);
    const { language } = req;
    const town = wave.towns.find(({ townId }) => wave.towns.length === 1 || townId === req.query['town'])?.townId;
    const hidden = town === undefined ? [] : [{ name: '_town', value: town }];
    const [thanks, ...more] = wordingFor(req, visit, null).sentencesOf(definition.thanks);
    const notice = submittedNotice({
      heading: thanks ?? '',
      text: more.join(' '),
      language,
      another: wave.access === 'open-link' ? { action: `${address}/another`, hidden } : null,
      townHref: town !== undefined && wave.live && study.demonstration ? `/towns/${town}` : null,
    });
    return showNotice(req, res, notice);
  });

  router.get('/s/:wave/deleted', async (req, res) => {
    const visit = visitOf(res);
    const heading = wordingFor(req, visit, null).of(visit.definition.title);
    await showNotice(req, res, plainNotice(heading, textsIn(req.language)('interface.txt_deleted')));
  });

  for (const [path, text] of [
    ['declined', 'declined'],
    ['screened-out', 'screenedOut'],
  ] as const)
    router.get(`/s/:wave/${path}`, async (req, res) => {
      const visit = visitOf(res);
      const wording = wordingFor(req, visit, null);
      await showNotice(req, res, plainNotice(wording.of(visit.definition.title), wording.of(visit.definition[text])));
    });

  return router;
}
