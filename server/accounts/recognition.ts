import type { Request, RequestHandler } from 'express';
import { AppError } from '../errors.js';
import { may, mayUseTown, type Permission, type SignedInPerson } from './permissions.js';

declare module 'express-serve-static-core' {
  interface Request {
    /** Set by the session (pages) or the bearer token (API); absent for everybody else. */
    person?: SignedInPerson;
  }
}

export function personOf(req: Request): SignedInPerson | null {
  return req.person ?? null;
}

/** For handlers behind `allow`, where somebody is always there. */
export function signedInPersonOf(req: Request): SignedInPerson {
  if (!req.person) throw new AppError('notSignedIn');
  return req.person;
}

export interface AllowOptions {
  /** The town that the address is about; without limits or without a town nothing more is asked. */
  townOf?: (req: Request) => string | undefined;
}

/** Lets only those pass whom the table of permissions names: 401 or the sign-in page, then 403, then 404 for another town. */
export function allow(permission: Permission, { townOf }: AllowOptions = {}): RequestHandler {
  return (req, _res, next) => {
    const person = signedInPersonOf(req);
    if (!may(person, permission)) throw new AppError('forbidden');
    const townId = townOf?.(req);
    if (townId !== undefined && !mayUseTown(person, townId)) throw new AppError('notFound');
    next();
  };
}
