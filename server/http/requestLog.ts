import type { Request, RequestHandler } from 'express';
import { randomUUID } from 'node:crypto';
import pino, { type Logger } from 'pino';

export type { Logger } from 'pino';

/** Structured log on standard output. What people answer, type or hold as a secret never reaches it. */
export function createLogger(level: string): Logger {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });
}

declare module 'express-serve-static-core' {
  interface Request {
    /** Names this request in the log and on an error page. */
    requestId: string;
  }
}

/** One line per request with method, route pattern (never the address itself), status and duration. */
export function logRequests(log: Logger): RequestHandler {
  return (req, res, next) => {
    req.requestId = randomUUID().slice(0, 8);
    const start = performance.now();
    res.on('finish', () => {
      log.debug(
        {
          id: req.requestId,
          method: req.method,
          route: routeOf(req),
          status: res.statusCode,
          durationMs: Math.round(performance.now() - start),
        },
        'request',
      );
    });
    next();
  };
}

/** The pattern of the matched route, such as `/s/:wave`; addresses carry codes and are never logged. */
export function routeOf(req: Request): string {
  const path = (req.route as { path?: unknown } | undefined)?.path;
  return typeof path === 'string' ? path : '(no route)';
}
