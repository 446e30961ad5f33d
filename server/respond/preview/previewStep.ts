import type { Request, RequestHandler, Response } from 'express';
import type { PreviewVisit, Walk } from '../../design/index.js';
import { standpointOf, type Standpoint } from './previewPage.js';

/** Stands where a respondent's form has the token of its draft. */
export const SUBMISSION = 'preview';

type Next = string | undefined;

/** Draws a page, or names the address where the walk goes next. */
export type PreviewStep<At extends Standpoint = Standpoint> = (req: Request, res: Response, at: At) => Next | Promise<Next>;
export type BegunStep = PreviewStep<Standpoint & { walk: Walk }>;

export function step(handler: PreviewStep): RequestHandler {
  return async (req, res) => {
    const next = await handler(req, res, standpointOf(res.locals.preview as PreviewVisit));
    if (next !== undefined) res.redirect(303, next);
  };
}

/** A step that needs a first answer; without one the walk begins. */
export function begun(handler: BegunStep): RequestHandler {
  return step(async (req, res, at) => {
    const { walk } = at;
    return walk === null ? at.address : handler(req, res, { ...at, walk });
  });
}
