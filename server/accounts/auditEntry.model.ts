import { Schema, type Connection, type Model } from 'mongoose';
import type { AuditEntry } from './audit.js';

const schema = new Schema<AuditEntry>(
  {
    _id: { type: String, required: true },
    at: { type: Date, required: true },
    who: String,
    action: { type: String, required: true },
    object: { type: String, required: true },
    purpose: String,
  },
  { collection: 'auditEntries', strict: 'throw', versionKey: false },
);
schema.index({ at: -1, _id: -1 });

export function auditEntryModel(connection: Connection): Model<AuditEntry> {
  return (connection.models.AuditEntry as Model<AuditEntry> | undefined) ?? connection.model<AuditEntry>('AuditEntry', schema);
}
