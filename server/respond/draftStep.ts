import type { RequestHandler } from 'express';
import type { FieldworkService } from '../fieldwork/index.js';
import { parseRequest } from '../http/parse.js';
import type { DraftService } from './drafts.service.js';
import { SendSchema } from './respond.requests.js';
import { showClosed, step, type DraftVisit, type Step } from './visit.js';

interface DraftStepDependencies {
  drafts: DraftService;
  fieldwork: FieldworkService;
}

/** Makes steps that need an unfinished questionnaire of this phone in a wave that still takes answers. */
export function createDraftSteps({ drafts, fieldwork }: DraftStepDependencies) {
  /**
   * A form counts only if it was made for this questionnaire: one left over from another person's must not write into
   * it. A form of answers that have arrived meanwhile (a second click, another tab) leads to the thanks.
   */
  function saving(handler: Step<DraftVisit>): RequestHandler {
    return step(async (req, res, visit) => {
      const { draft, wave, address } = visit;
      const { _submission: token } = parseRequest(SendSchema, req.body);
      if (draft?.status === 'started' && draft.submissionToken === token)
        return fieldwork.acceptsSubmissions(wave) ? handler(req, res, { ...visit, draft }) : showClosed(req, res);
      const arrived = draft?.status === 'submitted' && token !== '' && (await drafts.hasArrived(wave.slug, token));
      return arrived ? `${address}/thanks` : address;
    });
  }

  /** Whoever comes back after a pause is asked first, before an answer is shown. */
  function reading(handler: Step<DraftVisit>): RequestHandler {
    return resting((req, res, visit) =>
      drafts.isResting(visit.draft) ? Promise.resolve(visit.address) : handler(req, res, visit),
    );
  }

  /** For pages that show no answer. */
  function resting(handler: Step<DraftVisit>): RequestHandler {
    return step(async (req, res, visit) => {
      const { draft, wave, address } = visit;
      if (draft?.status !== 'started') return address;
      return fieldwork.acceptsSubmissions(wave) ? handler(req, res, { ...visit, draft }) : showClosed(req, res);
    });
  }

  return { saving, reading, resting };
}
