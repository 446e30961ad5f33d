import type { Town } from '../../survey-definitions/contract/index.js';
import type { Config } from '../config.js';
import type { Database } from '../database/index.js';
import { createAccountRepository } from './accounts.repository.js';
import { accountsRoutes } from './accounts.routes.js';
import { createAccountsService, type NewAccount } from './accounts.service.js';
import { apiTokenRoutes, createTokenRecognition } from './apiToken.routes.js';
import { createAttemptLimits } from './attemptLimits.js';
import type { AuditedDeed } from './audit.js';
import { createAuditEntryRepository } from './auditEntries.repository.js';
import { createOneTimeLinkRepository } from './oneTimeLinks.repository.js';
import { createOneTimeLinksService } from './oneTimeLinks.service.js';
import type { SignedInPerson } from './permissions.js';
import { allow, personOf } from './recognition.js';
import { randomId } from './secrets.js';
import { createStaffSession } from './session.js';
import { staffNavigation } from './staffPages/staffNavigation.js';
import { createTokenRepository } from './tokens.repository.js';
import { createTokensService, type NewToken } from './tokens.service.js';

export type { AuditAction, AuditedDeed } from './audit.js';
export type { NewAccount } from './accounts.service.js';
export { may, mayUseTown, ROLES, type Permission, type Role, type SignedInPerson } from './permissions.js';
export { passwordFault } from './passwords.js';
export { signedInPersonOf } from './recognition.js';
export * from './staffPages/index.js';

export type Accounts = ReturnType<typeof createAccounts>;

interface AccountsDependencies {
  config: Config;
  database: Database;
  clock: () => Date;
  sessionSecret: string;
  definitions: { readonly towns: readonly Town[] };
}

/** People of staff: who they are, what they may, and what they did. */
export function createAccounts({ config, database, clock, sessionSecret, definitions }: AccountsDependencies) {
  const { connection } = database;
  const entries = createAuditEntryRepository(connection);
  const audit = async ({ person, action, object, purpose }: AuditedDeed): Promise<void> => {
    const who = person ? { who: person.signInName } : {};
    await entries.appendEntry({
      _id: randomId(),
      at: clock(),
      ...who,
      action,
      object,
      ...(purpose === undefined ? {} : { purpose }),
    });
  };
  const accounts = createAccountsService({ config, clock, repository: createAccountRepository(connection), audit });
  const links = createOneTimeLinksService({ clock, links: createOneTimeLinkRepository(connection), accounts });
  const tokens = createTokensService({ clock, tokens: createTokenRepository(connection), accounts, audit });
  const surroundings = {
    baseUrl: config.baseUrl,
    clock,
    towns: definitions.towns,
    accounts,
    links,
    tokens,
    entries,
    attempts: createAttemptLimits(clock),
    audit,
  };
  return {
    router: accountsRoutes(surroundings),
    apiRouter: apiTokenRoutes(),
    session: createStaffSession({ config, database, sessionSecret, accounts }),
    recogniseApiToken: createTokenRecognition(tokens),
    allow,
    personOf,
    staffNavigation,
    audit,
    createAccount: (account: NewAccount, maker: SignedInPerson | null) => accounts.createAccount(account, maker),
    makeToken: (token: NewToken, maker: SignedInPerson) => tokens.makeToken(token, maker),

    /** While nobody has an account: the path of a new one-time link behind which the first one is made. Null otherwise. */
    ensureFirstAccount: async (): Promise<string | null> =>
      (await accounts.repository.hasAccounts()) ? null : links.makeLink('set-up'),

    /** The path of a new one-time link into the demonstration account, where demonstrations may sign in. Null elsewhere. */
    createDemonstrationSignIn: async (): Promise<string | null> => {
      if (!config.demonstrationSignIn) return null;
      const account = await accounts.demonstrationAccount();
      return links.makeLink('sign-in', account._id);
    },
  };
}
