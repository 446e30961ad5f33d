import type { ErrorRequestHandler, Request, RequestHandler } from 'express';
import { ScoringError } from '../../scoring/index.js';
import { AppError } from '../errors.js';
import { textsIn, type Language, type Texts } from '../i18n/index.js';
import type { FieldFault } from './fieldFault.js';
import { buildLayout } from './layout.js';
import { refusalFrom } from './refusal.js';
import type { ReaderNames } from './refusalDetails.js';
import { routeOf, type Logger } from './requestLog.js';
import { renderView } from './views.js';

export const noSuchPage: RequestHandler = () => {
  throw new AppError('notFound');
};

/** The only place that logs and answers errors: a page for people, a problem document (RFC 9457) for programs. */
export function answerErrors(log: Logger, names: ReaderNames): ErrorRequestHandler {
  return async (error: unknown, req, res, next) => {
    const problem = problemOf(error, req.language, names);
    if (problem.status >= 500)
      log.error({ id: req.requestId, route: routeOf(req), code: problem.code, err: problem.cause }, 'request failed');
    if (res.headersSent) {
      next(error);
      return;
    }
    if (req.path.startsWith('/api/')) {
      const { code, message: title, status, faults } = problem;
      const document = { type: `urn:aleuet:${code}`, title, status, instance: req.requestId, faults };
      res.status(status).type('application/problem+json').send(JSON.stringify(document));
      return;
    }
    if (problem.code === 'notSignedIn') {
      res.redirect(303, `/accounts/sign-in?next=${encodeURIComponent(safeReturnAddress(req))}`);
      return;
    }
    const t = textsIn(req.language);
    const { heading, message, status } = problem;
    await renderView(
      res,
      'errors/error',
      {
        layout: buildLayout(req, { title: `${heading} – ${t('common.siteName')}`, indexed: false }),
        heading,
        message,
        reference: status >= 500 ? t('common.errorReference', { id: req.requestId }) : null,
        homeLabel: t('common.toStart'),
      },
      status,
    );
  };
}

/** What went wrong as the answer tells it. */
interface Problem {
  code: string;
  status: number;
  heading: string;
  message: string;
  faults: FieldFault[];
  cause: unknown;
}

function problemOf(error: unknown, language: Language, names: ReaderNames): Problem {
  const t = textsIn(language);
  if (error instanceof ScoringError) {
    return { ...refusalFrom(error, language, names), heading: t('refusals.heading'), cause: error };
  }
  const { code, status, faults, cause = error } = asAppError(error);
  const message = code === 'badRequest' ? badRequestIn(faults, t) : t(`errors.${code}`);
  return { code, status, heading: t('errors.heading'), message, faults, cause };
}

/** Names what in the address or the form could not be read, where that is known. */
function badRequestIn(faults: readonly FieldFault[], t: Texts): string {
  const fields = faults.map(({ field }) => field).filter((field) => field !== '');
  return fields.length > 0 ? t('errors.badFields', { fields: fields.join(', ') }) : t('errors.badRequest');
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
