import type { Connection } from 'mongoose';
import { parseDocument, parseDocuments } from '../database/index.js';
import { AppError } from '../errors.js';
import { AccountSchema, type Account } from './account.js';
import { accountModel } from './account.model.js';

export type AccountRepository = ReturnType<typeof createAccountRepository>;
export type AccountChange = Partial<Pick<Account, 'displayName' | 'roles' | 'passwordHash' | 'disabled'>> & {
  /** Null lifts the limit. */
  townIds?: string[] | null;
  /** Ends every session of the account. */
  endSessions?: boolean;
};

export function createAccountRepository(connection: Connection) {
  const accounts = accountModel(connection);

  async function findAccount(id: string): Promise<Account | null> {
    const found = await accounts.findById(id).lean();
    return found && parseDocument(AccountSchema, found);
  }

  return {
    findAccount,

    async getAccount(id: string): Promise<Account> {
      const account = await findAccount(id);
      if (!account) throw new AppError('notFound');
      return account;
    },

    async findAccountByName(signInName: string): Promise<Account | null> {
      const found = await accounts.findOne({ signInName }).lean();
      return found && parseDocument(AccountSchema, found);
    },

    async listAccounts(): Promise<Account[]> {
      return parseDocuments(AccountSchema, await accounts.find().sort({ signInName: 1 }).lean());
    },

    /** Demonstration accounts do not count: they never open a real installation. */
    async hasAccounts(): Promise<boolean> {
      return (await accounts.exists({ demonstration: false })) !== null;
    },

    /** Writes the account, or returns false when the sign-in name is taken. */
    async insertAccount(account: Account): Promise<boolean> {
      try {
        await accounts.create([account], { validateBeforeSave: true });
        return true;
      } catch (error) {
        if ((error as { code?: unknown }).code === 11000) return false;
        throw error;
      }
    },

    async changeAccount(id: string, { townIds, endSessions, ...values }: AccountChange): Promise<void> {
      const result = await accounts.updateOne(
        { _id: id },
        {
          $set: { ...values, ...(townIds ? { townIds } : {}) },
          ...(townIds === null ? { $unset: { townIds: 1 } } : {}),
          ...(endSessions ? { $inc: { credentialEdition: 1 } } : {}),
        },
      );
      if (result.matchedCount === 0) throw new AppError('notFound');
    },
  };
}
