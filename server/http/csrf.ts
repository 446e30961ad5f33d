import { doubleCsrf } from 'csrf-csrf';
import type { Request, RequestHandler } from 'express';
import { randomBytes } from 'node:crypto';
import { AppError } from '../errors.js';

const VISITOR_COOKIE = 'visitor';

/** Addresses that read a multipart form themselves and put `protectUpload` behind; no other is let off for its media type. */
const UPLOADS: readonly RegExp[] = [
  /^\/official\/import$/,
  /^\/results\/waves\/[a-z0-9-]+\/weights\/import$/,
  /^\/analysis\/data\/new$/,
  /^\/analysis\/scenario\/import$/,
  /^\/design\/import$/,
  /^\/design\/[a-z0-9_]+\/draft\/translation\/file$/,
];

export interface CsrfProtection {
  /** Gives every visitor a random cookie, puts `req.csrfToken` on pages and checks `_csrf` of posted forms. */
  protectForms: RequestHandler[];
  /** For routes that read a multipart form themselves: put it after the parser. */
  protectUpload: RequestHandler;
}

/**
 * Double-submit tokens in the hidden field `_csrf`, bound to a random visitor cookie that is stored nowhere. The API is
 * exempt: it takes bearer tokens, never cookies.
 */
export function createCsrfProtection(secret: string, secure: boolean): CsrfProtection {
  const cookieOptions = { httpOnly: true, sameSite: 'lax' as const, secure, path: '/' };
  const { doubleCsrfProtection, validateRequest } = doubleCsrf({
    getSecret: () => secret,
    getSessionIdentifier: visitorOf,
    cookieName: 'csrf',
    cookieOptions,
    getCsrfTokenFromRequest: (req) => (req.body as { _csrf?: string } | undefined)?._csrf,
    skipCsrfProtection: (req) =>
      req.path.startsWith('/api/') ||
      (UPLOADS.some((address) => address.test(req.path)) && req.is('multipart/form-data') === 'multipart/form-data'),
    errorConfig: { code: 'formExpired' },
  });
  const rememberVisitor: RequestHandler = (req, res, next) => {
    if (visitorOf(req) === '') {
      const visitor = randomBytes(16).toString('base64url');
      (req.cookies as Record<string, string>)[VISITOR_COOKIE] = visitor;
      res.cookie(VISITOR_COOKIE, visitor, cookieOptions);
    }
    next();
  };
  return {
    protectForms: [
      rememberVisitor,
      (req, res, next) => {
        doubleCsrfProtection(req, res, (error?: unknown) =>
          next(error ? new AppError('formExpired', { cause: error }) : undefined),
        );
      },
    ],
    protectUpload: (req, _res, next) => next(validateRequest(req) ? undefined : new AppError('formExpired')),
  };
}

function visitorOf(req: Request): string {
  const visitor = (req.cookies as Record<string, unknown>)[VISITOR_COOKIE];
  return typeof visitor === 'string' ? visitor : '';
}
