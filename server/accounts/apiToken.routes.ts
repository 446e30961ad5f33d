import { Router, type Request, type RequestHandler, type Response } from 'express';
import { allow, signedInPersonOf } from './recognition.js';
import type { TokensService } from './tokens.service.js';

/** Recognises whoever a bearer token stands for; without a token one is anyone, with a wrong one the answer is 401. */
export function createTokenRecognition(tokens: TokensService): RequestHandler {
  return async (req: Request, res: Response, next) => {
    const [, secret] = /^Bearer +(\S+)$/i.exec(req.headers.authorization ?? '') ?? [];
    res.setHeader('WWW-Authenticate', 'Bearer');
    if (secret !== undefined) req.person = await tokens.personOfToken(secret);
    next();
  };
}

/** What a token may do, so that a program can try it out. */
export function apiTokenRoutes(): Router {
  const router = Router();

  router.get('/token', allow('staffPages'), (req, res) => {
    const { displayName, roles, townIds } = signedInPersonOf(req);
    res.json({ name: displayName, roles, towns: townIds });
  });

  return router;
}
