import type { RequestHandler } from 'express';
import { LANGUAGES, LanguageSchema, type Language } from '../../survey-definitions/contract/index.js';

declare module 'express-serve-static-core' {
  interface Request {
    /** The reader's language, set for every request. */
    language: Language;
  }
}

const COOKIE = 'lang';
const ONE_YEAR_MS = 365 * 24 * 3600 * 1000;

/** The reader's language: `?lang=`, then the cookie, then Accept-Language, then Kazakh. A choice by address is kept. */
export function chooseLanguage(secure: boolean): RequestHandler {
  return (req, res, next) => {
    const asked = LanguageSchema.safeParse(req.query.lang);
    const kept = LanguageSchema.safeParse((req.cookies as Record<string, unknown>)[COOKIE]);
    if (asked.success) {
      req.language = asked.data;
      if (!kept.success || kept.data !== asked.data)
        res.cookie(COOKIE, asked.data, { maxAge: ONE_YEAR_MS, sameSite: 'lax', httpOnly: true, secure });
    } else {
      req.language = kept.success ? kept.data : acceptedLanguage(req.acceptsLanguages(LANGUAGES as unknown as string[]));
    }
    res.setHeader('Content-Language', req.language);
    res.vary('Accept-Language').vary('Cookie');
    next();
  };
}

function acceptedLanguage(accepted: string | string[] | false): Language {
  const parsed = LanguageSchema.safeParse(accepted);
  return parsed.success ? parsed.data : 'kk';
}
