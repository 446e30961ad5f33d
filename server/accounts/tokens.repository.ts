import type { Connection } from 'mongoose';
import { parseDocument, parseDocuments } from '../database/index.js';
import { AppError } from '../errors.js';
import { TokenSchema, type Token } from './account.js';
import { tokenModel } from './token.model.js';

export type TokenRepository = ReturnType<typeof createTokenRepository>;

export function createTokenRepository(connection: Connection) {
  const tokens = tokenModel(connection);
  return {
    async insertToken(token: Token): Promise<void> {
      await tokens.create([token]);
    },

    async findTokenBySecret(secretHash: string, now: Date): Promise<Token | null> {
      const found = await tokens.findOne({ secretHash, expires: { $gt: now } }).lean();
      return found && parseDocument(TokenSchema, found);
    },

    async listTokens(): Promise<Token[]> {
      return parseDocuments(TokenSchema, await tokens.find().sort({ createdOn: -1, name: 1 }).lean());
    },

    /** Returns the token that has just been revoked. */
    async revokeToken(id: string): Promise<Token> {
      const revoked = await tokens.findOneAndDelete({ _id: id }).lean();
      if (!revoked) throw new AppError('notFound');
      return parseDocument(TokenSchema, revoked);
    },
  };
}
