import { AppError } from '../errors.js';
import type { Token } from './account.js';
import type { AccountsService } from './accounts.service.js';
import type { AuditedDeed } from './audit.js';
import { may, type Role, type SignedInPerson } from './permissions.js';
import { hashOfSecret, randomId, randomSecret } from './secrets.js';
import type { TokenRepository } from './tokens.repository.js';

const DAY_MS = 24 * 3600 * 1000;
const PREFIX = 'aleuet_';

export interface NewToken {
  name: string;
  role: Role;
  townIds: string[] | null;
  /** The last day on which it works, `YYYY-MM-DD`. */
  lastDay: string;
}

interface ServiceDependencies {
  clock: () => Date;
  tokens: TokenRepository;
  accounts: AccountsService;
  audit: (deed: AuditedDeed) => Promise<void>;
}

export type TokensService = ReturnType<typeof createTokensService>;

/** Bearer tokens of programs. */
export function createTokensService({ clock, tokens, accounts, audit }: ServiceDependencies) {
  return {
    listTokens: () => tokens.listTokens(),

    /** Returns the secret, which is shown once and never again. */
    async makeToken(token: NewToken, maker: SignedInPerson): Promise<string> {
      const secret = PREFIX + randomSecret();
      const townIds = commonTowns(token.townIds, maker.townIds);
      await tokens.insertToken({
        _id: randomId(),
        secretHash: hashOfSecret(secret),
        name: token.name,
        role: token.role,
        ...(townIds ? { townIds } : {}),
        makerId: maker.accountId,
        createdOn: clock().toISOString().slice(0, 10),
        lastDay: token.lastDay,
        expires: new Date(Date.parse(`${token.lastDay}T00:00:00Z`) + DAY_MS),
      });
      await audit({ person: maker, action: 'token_made', object: token.name });
      return secret;
    },

    async revokeToken(id: string, person: SignedInPerson): Promise<void> {
      const revoked = await tokens.revokeToken(id);
      await audit({ person, action: 'token_revoked', object: revoked.name });
    },

    /** Whoever a token stands for: one role, and never more than its maker may today. @throws AppError notSignedIn */
    async personOfToken(secret: string): Promise<SignedInPerson> {
      const token = await tokens.findTokenBySecret(hashOfSecret(secret), clock());
      const maker = token && (await accounts.personOfAccount(token.makerId));
      if (!maker || !may(maker, 'tokens')) throw new AppError('notSignedIn');
      return personFromToken(token, maker);
    },
  };
}

function personFromToken(token: Token, maker: SignedInPerson): SignedInPerson {
  return {
    accountId: maker.accountId,
    signInName: `${maker.signInName} (${token.name})`,
    displayName: token.name,
    roles: [token.role],
    townIds: commonTowns(token.townIds ?? null, maker.townIds),
    demonstration: maker.demonstration,
  };
}

/** Null means every town, so that two limits together allow only what both allow. */
function commonTowns(first: readonly string[] | null, second: readonly string[] | null): string[] | null {
  if (first === null) return second && [...second];
  return second === null ? [...first] : first.filter((town) => second.includes(town));
}
