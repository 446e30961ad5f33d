import { Router } from 'express';
import { parseRequest } from '../../http/parse.js';
import { textsIn } from '../../i18n/index.js';
import { pageAddress } from '../addresses.js';
import { checkAnswers, hasScoredAnswer } from '../answerCheck.js';
import { lastDayBefore, midnightAfter } from '../calendarDay.js';
import { plainNotice, savedNotice, stopNotice, submittedNotice, type NoticePage } from '../notices.viewModels.js';
import { standingOf } from '../questionnaire.js';
import { StopChoiceSchema } from '../respond.requests.js';
import { begun, step, SUBMISSION, type BegunStep, type PreviewStep } from './previewStep.js';
import { showPreviewNotice, type Standpoint } from './previewPage.js';
import { sampleWording } from './sampleWording.js';

interface LeavingDependencies {
  draftDays: number;
  clock: () => Date;
}

type Notice = Omit<NoticePage, 'layout'>;

/** The ways out: stop with its three choices, thanks, and the ends at which a respondent's answers are not stored either. */
export function walkLeavingRoutes({ draftDays, clock }: LeavingDependencies): Router {
  const askWhatToDo: BegunStep = (req, res, at) => {
    const { definition, language, address, walk } = at;
    const notice = stopNotice(language, {
      address,
      submission: SUBMISSION,
      canSend: hasScoredAnswer(definition, walk.answers),
      back: pageAddress(at, standingOf(definition, walk.answers).firstOpen),
    });
    return showPreviewNotice(req, res, at, notice);
  };

  const stop: BegunStep = (req, _res, { definition, walk, address, addressOf }) => {
    const { _choice } = parseRequest(StopChoiceSchema, req.body);
    if (_choice === 'later') return `${address}/saved`;
    if (_choice === 'delete') return `${addressOf(null)}/deleted`;
    const sent = checkAnswers(definition, walk.answers, true).outcome === 'complete';
    return sent ? `${addressOf(null)}/thanks` : `${address}/stop`;
  };

  const saved: BegunStep = (req, res, at) => {
    const lastDay = lastDayBefore(midnightAfter(clock(), draftDays));
    return showPreviewNotice(req, res, at, savedNotice(at.language, lastDay, at.address));
  };

  const thank: PreviewStep = (req, res, at) => {
    const { definition, language, address } = at;
    const [thanks, ...more] = sampleWording(definition, language).sentencesOf(definition.thanks);
    const another = { action: `${address}/another`, hidden: [] };
    const notice = submittedNotice({ heading: thanks ?? '', text: more.join(' '), language, another, townHref: null });
    return showPreviewNotice(req, res, at, thatNothingWasStored(notice, at));
  };

  const sayDeleted: PreviewStep = (req, res, at) => {
    const { definition, language } = at;
    const heading = sampleWording(definition, language).of(definition.title);
    const notice = plainNotice(heading, textsIn(language)('interface.txt_deleted'));
    return showPreviewNotice(req, res, at, thatNothingWasStored(notice, at));
  };

  const sayEnded =
    (ending: 'declined' | 'screenedOut'): PreviewStep =>
    (req, res, at) => {
      const { definition, language } = at;
      const wording = sampleWording(definition, language);
      const notice = plainNotice(wording.of(definition.title), wording.of(definition[ending]));
      return showPreviewNotice(req, res, at, thatNothingWasStored(notice, at));
    };

  return Router()
    .get('/stop', begun(askWhatToDo))
    .post('/stop', begun(stop))
    .get('/saved', begun(saved))
    .get('/thanks', step(thank))
    .get('/deleted', step(sayDeleted))
    .get('/declined', step(sayEnded('declined')))
    .get('/screened-out', step(sayEnded('screenedOut')));
}

/** An end of the preview: what a respondent reads, then that this was a trial, and the way back to its beginning. */
function thatNothingWasStored(notice: Notice, { language, addressOf }: Standpoint): Notice {
  const t = textsIn(language);
  return {
    ...notice,
    paragraphs: [...notice.paragraphs, t('designPreview.nothing_stored')],
    links: [...notice.links, { label: t('designPreview.start_again'), href: addressOf(null) }],
  };
}
