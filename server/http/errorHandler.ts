import type { ErrorRequestHandler, Request, RequestHandler } from 'express';
import { AppError } from '../errors.js';
import { textsIn } from '../i18n/index.js';
import { buildLayout } from './layout.js';
import { routeOf, type Logger } from './requestLog.js';
import { renderView } from './views.js';

export const noSuchPage: RequestHandler = () => {
  throw new AppError('notFound');
};

/** The only place that logs and answers errors: a page for people, a problem document (RFC 9457) for programs. */
export function answerErrors(log: Logger): ErrorRequestHandler {
  return async (error: unknown, req, res, next) => {
    const fault = asAppError(error);
    if (fault.status >= 500)
      log.error({ id: req.requestId, route: routeOf(req), code: fault.code, err: fault.cause ?? fault }, 'request failed');
    if (res.headersSent) {
      next(error);
      return;
    }
    const message = textsIn(req.language)(`errors.${fault.code}`);
    if (req.path.startsWith('/api/')) {
      res
        .status(fault.status)
        .type('application/problem+json')
        .send(
          JSON.stringify({
            type: `urn:aleuet:${fault.code}`,
            title: message,
            status: fault.status,
            instance: req.requestId,
            faults: fault.faults,
          }),
        );
      return;
    }
    if (fault.code === 'notSignedIn') {
      res.redirect(303, `/accounts/sign-in?next=${encodeURIComponent(safeReturnAddress(req))}`);
      return;
    }
    const t = textsIn(req.language);
    const heading = t('errors.heading');
    await renderView(
      res,
      'errors/error',
      {
        layout: buildLayout(req, { title: `${heading} – ${t('common.siteName')}`, indexed: false }),
        heading,
        message,
        reference: fault.status >= 500 ? t('common.errorReference', { id: req.requestId }) : null,
        homeLabel: t('common.toStart'),
      },
      fault.status,
    );
  };
}

function safeReturnAddress(req: Request): string {
  return req.method === 'GET' ? req.originalUrl : '/staff';
}

/** Errors of libraries in the terms of the catalogue. */
function asAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const { status, type } = (typeof error === 'object' && error !== null ? error : {}) as { status?: unknown; type?: unknown };
  if (type === 'entity.too.large' || status === 413) return new AppError('bodyTooLarge', { cause: error });
  if (typeof status === 'number' && status >= 400 && status < 500) return new AppError('badRequest', { cause: error });
  return new AppError('unexpected', { cause: error });
}
