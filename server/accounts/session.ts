import { MongoStore } from 'connect-mongo';
import type { Request, RequestHandler } from 'express';
import session from 'express-session';
import type { Config } from '../config.js';
import type { Database } from '../database/index.js';
import type { Account } from './account.js';
import type { AccountsService } from './accounts.service.js';
import { hashOfSecret } from './secrets.js';

declare module 'express-session' {
  interface SessionData {
    accountId: string;
    credentialEdition: number;
  }
}

const IDLE_MS = 8 * 3600 * 1000;
const TOUCH_AFTER_SECONDS = 60;
const COOKIE = 'staff';

interface SessionDependencies {
  config: Config;
  database: Database;
  sessionSecret: string;
  accounts: AccountsService;
}

/** Sessions of staff: kept in the store under a hash of their id, ended by eight idle hours, and void once the account says so. */
export function createStaffSession({ config, database, sessionSecret, accounts }: SessionDependencies): RequestHandler {
  const secure = config.baseUrl.startsWith('https:');
  const store = MongoStore.create({
    client: database.connection.getClient(),
    dbName: database.connection.name,
    collectionName: 'sessions',
    stringify: false,
    touchAfter: TOUCH_AFTER_SECONDS,
    transformId: hashOfSecret,
  });
  // Each later use of the store reports the same failure; here it would only end the process.
  store.collectionP.catch(() => undefined);
  const openSession = session({
    name: COOKIE,
    secret: sessionSecret,
    store,
    resave: false,
    saveUninitialized: false,
    rolling: true,
    // Where a proxy in front ends TLS, it says so in X-Forwarded-Proto; else the secure cookie would never be set.
    proxy: secure,
    cookie: { httpOnly: true, sameSite: 'lax', secure, maxAge: IDLE_MS },
  });

  async function recognise(req: Request): Promise<void> {
    const { accountId, credentialEdition } = req.session;
    if (accountId === undefined || credentialEdition === undefined) return;
    const person = await accounts.personOfSession(accountId, credentialEdition);
    if (person) req.person = person;
  }

  return (req, res, next) => {
    openSession(req, res, (error?: unknown) => {
      if (error) {
        next(error);
        return;
      }
      recognise(req).then(() => {
        if (req.person) res.setHeader('Cache-Control', 'no-store');
        next();
      }, next);
    });
  };
}

/** Begins a session under a new id, so that an id planted before signing in is worth nothing. */
export async function beginSession(req: Request, account: Account): Promise<void> {
  await renewSession(req);
  req.session.accountId = account._id;
  req.session.credentialEdition = account.credentialEdition;
}

export function endSession(req: Request): Promise<void> {
  return new Promise((resolve, reject) => {
    req.session.destroy((error: unknown) => {
      settle(error, resolve, reject);
    });
  });
}

function renewSession(req: Request): Promise<void> {
  return new Promise((resolve, reject) => {
    req.session.regenerate((error: unknown) => {
      settle(error, resolve, reject);
    });
  });
}

function settle(error: unknown, resolve: () => void, reject: (reason: Error) => void): void {
  if (error) reject(error instanceof Error ? error : new Error('the session store failed', { cause: error }));
  else resolve();
}
