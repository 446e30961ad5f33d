import type { Request, RequestHandler } from 'express';
import helmet from 'helmet';

/** Staff pages that show a respondent's page in a frame: the preview of a questionnaire and the form of one of its items. */
const FRAMING = /^\/design\/[a-z0-9_]+\/(draft\/preview|draft\/items\/[a-z0-9_]+|versions\/\d+\/preview)$/;
/** Pages that may stand in a frame of this site: questions whose answers are stored nowhere. */
const FRAMED = /^\/design\/[a-z0-9_]+\/(draft|versions\/\d+)\/preview\/(phone|item)\//;

/** A strict content security policy without inline code, and the usual protections. */
export function securityHeaders(baseUrl: string): RequestHandler {
  const https = baseUrl.startsWith('https:');
  const strict = headersWith(https, {});
  const framing = headersWith(https, { frameSrc: ["'self'"] });
  const framed = headersWith(https, { frameAncestors: ["'self'"] });
  const headersFor = ({ path }: Request) => (FRAMED.test(path) ? framed : FRAMING.test(path) ? framing : strict);
  return (req, res, next) => {
    headersFor(req)(req, res, next);
  };
}

function headersWith(https: boolean, frames: { frameSrc?: string[]; frameAncestors?: string[] }): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'"],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        workerSrc: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
        ...frames,
        ...(https ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    strictTransportSecurity: https,
    referrerPolicy: { policy: 'same-origin' },
  });
}
