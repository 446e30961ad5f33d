import cookieParser from 'cookie-parser';
import type { RequestHandler } from 'express';

/** Cookies as text: cookie-parser makes an object of a value like `j:{…}`, which no reader of cookies here could use. */
export const readCookies: RequestHandler[] = [
  cookieParser(),
  (req, _res, next) => {
    const cookies = Object.entries(req.cookies as Record<string, unknown>);
    req.cookies = Object.fromEntries(cookies.filter(([, value]) => typeof value === 'string'));
    next();
  },
];
