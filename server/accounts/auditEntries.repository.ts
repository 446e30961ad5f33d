import type { Connection } from 'mongoose';
import { parseDocument, parseDocuments } from '../database/index.js';
import { AuditEntrySchema, type AuditEntry } from './audit.js';
import { auditEntryModel } from './auditEntry.model.js';

export type AuditEntryRepository = ReturnType<typeof createAuditEntryRepository>;

/** Append-only: there is a way to write an entry and to read entries, and no other. */
export function createAuditEntryRepository(connection: Connection) {
  const entries = auditEntryModel(connection);
  return {
    async appendEntry(entry: AuditEntry): Promise<void> {
      await entries.create([entry]);
    },

    /** Newest first; `olderThan` is the id of the last entry of the page before. */
    async listEntries(limit: number, olderThan?: string): Promise<AuditEntry[]> {
      const last = olderThan === undefined ? null : await entries.findById(olderThan).lean();
      const edge = last && parseDocument(AuditEntrySchema, last);
      const filter = edge ? { $or: [{ at: { $lt: edge.at } }, { at: edge.at, _id: { $lt: edge._id } }] } : {};
      return parseDocuments(AuditEntrySchema, await entries.find(filter).sort({ at: -1, _id: -1 }).limit(limit).lean());
    },
  };
}
