import { AppError } from '../errors.js';
import type { Config } from '../config.js';
import type { Account } from './account.js';
import type { AccountRepository } from './accounts.repository.js';
import type { AuditedDeed } from './audit.js';
import { hashPassword, isPassword } from './passwords.js';
import type { Role, SignedInPerson } from './permissions.js';
import { randomId } from './secrets.js';

export const DEMONSTRATION_NAME = 'demonstration';

export interface NewAccount {
  signInName: string;
  displayName: string;
  roles: Role[];
  /** Null: every town. */
  townIds: string[] | null;
  /** Left out for somebody who will choose it behind an invitation link. */
  password?: string;
  demonstration?: boolean;
}

export interface PersonChange {
  displayName: string;
  roles: Role[];
  townIds: string[] | null;
}

interface ServiceDependencies {
  config: Config;
  clock: () => Date;
  repository: AccountRepository;
  audit: (deed: AuditedDeed) => Promise<void>;
}

export type AccountsService = ReturnType<typeof createAccountsService>;

export function createAccountsService({ config, clock, repository, audit }: ServiceDependencies) {
  const mayAct = (account: Account): boolean => !account.disabled && (!account.demonstration || config.demonstrationSignIn);

  /** @throws AppError conflict when the sign-in name is taken */
  async function createAccount(account: NewAccount, maker: SignedInPerson | null): Promise<Account> {
    const created: Account = {
      _id: randomId(),
      signInName: account.signInName,
      displayName: account.displayName,
      roles: account.roles,
      ...(account.townIds ? { townIds: account.townIds } : {}),
      ...(account.password === undefined ? {} : { passwordHash: await hashPassword(account.password) }),
      credentialEdition: 1,
      demonstration: account.demonstration ?? false,
      createdOn: clock().toISOString().slice(0, 10),
      disabled: false,
    };
    if (!(await repository.insertAccount(created))) throw new AppError('conflict', { message: 'the sign-in name is taken' });
    await audit({ person: maker, action: 'account_created', object: created.signInName });
    return created;
  }

  return {
    repository,

    createAccount,

    /** The account behind a name and password, or null: whoever asks never learns which of the two was wrong. */
    async accountFor(signInName: string, password: string): Promise<Account | null> {
      const account = await repository.findAccountByName(signInName);
      const matches = await isPassword(password, account?.passwordHash);
      return account && matches && mayAct(account) ? account : null;
    },

    async personOfSession(accountId: string, credentialEdition: number): Promise<SignedInPerson | null> {
      const account = await repository.findAccount(accountId);
      return account?.credentialEdition === credentialEdition && mayAct(account) ? personFrom(account) : null;
    },

    /** Whoever stands behind an account now, for tokens and links; null when it may not act. */
    async personOfAccount(accountId: string): Promise<SignedInPerson | null> {
      const account = await repository.findAccount(accountId);
      return account && mayAct(account) ? personFrom(account) : null;
    },

    /** Sets a password and ends every session that began with the old one. */
    async setPassword(account: Account, password: string, displayName = account.displayName): Promise<Account> {
      const passwordHash = await hashPassword(password);
      await repository.changeAccount(account._id, { passwordHash, displayName, endSessions: true });
      const changed = await repository.getAccount(account._id);
      const action = account.passwordHash === undefined ? 'password_chosen' : 'password_changed';
      await audit({ person: personFrom(changed), action, object: changed.signInName });
      return changed;
    },

    /** Nobody takes the admin role from themselves, so that one admin is always left. */
    async changePerson(id: string, change: PersonChange, maker: SignedInPerson): Promise<void> {
      const account = await repository.getAccount(id);
      const { displayName, townIds } = change;
      const keepsAdmin = id === maker.accountId && account.roles.includes('admin') && !change.roles.includes('admin');
      const roles: Role[] = keepsAdmin ? [...change.roles, 'admin'] : change.roles;
      await repository.changeAccount(id, { displayName, roles, townIds });
      await audit({ person: maker, action: 'account_changed', object: account.signInName });
    },

    /** Ends the sessions of a person and keeps them out, or lets them in again. Nobody can shut themselves out. */
    async setDisabled(id: string, disabled: boolean, maker: SignedInPerson): Promise<void> {
      if (id === maker.accountId) throw new AppError('conflict', { message: 'nobody can disable their own account' });
      const account = await repository.getAccount(id);
      await repository.changeAccount(id, { disabled, endSessions: true });
      await audit({ person: maker, action: disabled ? 'account_disabled' : 'account_enabled', object: account.signInName });
    },

    /** The account of the demonstration: signed in to by link only, and only where demonstrations may sign in. */
    async demonstrationAccount(): Promise<Account> {
      const existing = await repository.findAccountByName(DEMONSTRATION_NAME);
      if (existing) return existing;
      const roles: Role[] = ['coordinator', 'admin'];
      return createAccount({ signInName: DEMONSTRATION_NAME, displayName: '', roles, townIds: null, demonstration: true }, null);
    },
  };
}

/** Admins are never limited to towns; a limit belongs to coordinators. */
export function personFrom(account: Account): SignedInPerson {
  return {
    accountId: account._id,
    signInName: account.signInName,
    displayName: account.displayName === '' ? account.signInName : account.displayName,
    roles: account.roles,
    townIds: account.roles.includes('admin') ? null : (account.townIds ?? null),
    demonstration: account.demonstration,
  };
}
