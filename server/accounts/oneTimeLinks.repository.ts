import type { Connection } from 'mongoose';
import { parseDocument } from '../database/index.js';
import { OneTimeLinkSchema, type LinkPurpose, type OneTimeLink } from './account.js';
import { oneTimeLinkModel } from './oneTimeLink.model.js';

export type OneTimeLinkRepository = ReturnType<typeof createOneTimeLinkRepository>;

export function createOneTimeLinkRepository(connection: Connection) {
  const links = oneTimeLinkModel(connection);
  return {
    async insertLink(link: OneTimeLink): Promise<void> {
      await links.create([link]);
    },

    /** Looking at a link does not use it up. */
    async findLink(id: string, now: Date): Promise<OneTimeLink | null> {
      const found = await links.findOne({ _id: id, expires: { $gt: now } }).lean();
      return found && parseDocument(OneTimeLinkSchema, found);
    },

    /** Takes the link away; of several attempts at once only one gets it. */
    async takeLink(id: string, now: Date): Promise<OneTimeLink | null> {
      const taken = await links.findOneAndDelete({ _id: id, expires: { $gt: now } }).lean();
      return taken && parseDocument(OneTimeLinkSchema, taken);
    },

    /** A newer link replaces the older ones for the same purpose. */
    async deleteLinks(purpose: LinkPurpose, accountId?: string): Promise<void> {
      await links.deleteMany(accountId === undefined ? { purpose } : { purpose, accountId });
    },
  };
}
