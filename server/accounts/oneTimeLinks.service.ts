import { AppError } from '../errors.js';
import type { Account, LinkPurpose, OneTimeLink } from './account.js';
import type { AccountsService } from './accounts.service.js';
import type { OneTimeLinkRepository } from './oneTimeLinks.repository.js';
import { hashOfSecret, randomSecret } from './secrets.js';

const HOUR_MS = 3600 * 1000;
const LIFETIME_MS: Readonly<Record<LinkPurpose, number>> = {
  'set-up': 24 * HOUR_MS,
  'sign-in': 24 * HOUR_MS,
  invitation: 7 * 24 * HOUR_MS,
};

/** A link that may still be used, with the account it belongs to; the set-up link has none yet. */
export interface UsableLink {
  purpose: LinkPurpose;
  account: Account | null;
}

interface ServiceDependencies {
  clock: () => Date;
  links: OneTimeLinkRepository;
  accounts: AccountsService;
}

export type OneTimeLinksService = ReturnType<typeof createOneTimeLinksService>;

/** Links that work once: looking at one shows a page with a button, only the button uses it up. */
export function createOneTimeLinksService({ clock, links, accounts }: ServiceDependencies) {
  async function usable(link: OneTimeLink | null): Promise<UsableLink> {
    if (!link) throw new AppError('notFound');
    if (link.accountId === undefined) {
      if (await accounts.repository.hasAccounts()) throw new AppError('notFound');
      return { purpose: link.purpose, account: null };
    }
    if (!(await accounts.personOfAccount(link.accountId))) throw new AppError('notFound');
    return { purpose: link.purpose, account: await accounts.repository.getAccount(link.accountId) };
  }

  return {
    /** The path of a new link; it is shown once and replaces older ones for the same purpose. */
    async makeLink(purpose: LinkPurpose, accountId?: string): Promise<string> {
      const secret = randomSecret();
      await links.deleteLinks(purpose, accountId);
      await links.insertLink({
        _id: hashOfSecret(secret),
        purpose,
        ...(accountId === undefined ? {} : { accountId }),
        expires: new Date(clock().getTime() + LIFETIME_MS[purpose]),
      });
      return `/accounts/links/${secret}`;
    },

    /** @throws AppError notFound when it is unknown, used or too old */
    async getLink(secret: string): Promise<UsableLink> {
      return usable(await links.findLink(hashOfSecret(secret), clock()));
    },

    /** Uses the link up. @throws AppError notFound when somebody was faster */
    async takeLink(secret: string): Promise<UsableLink> {
      return usable(await links.takeLink(hashOfSecret(secret), clock()));
    },
  };
}
