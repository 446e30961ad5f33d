import { Schema, type Connection, type Model } from 'mongoose';
import type { OneTimeLink } from './account.js';

const schema = new Schema<OneTimeLink>(
  {
    _id: { type: String, required: true },
    purpose: { type: String, required: true },
    accountId: String,
    expires: { type: Date, required: true, expires: 0 },
  },
  { collection: 'oneTimeLinks', strict: 'throw', versionKey: false },
);

export function oneTimeLinkModel(connection: Connection): Model<OneTimeLink> {
  return (
    (connection.models.OneTimeLink as Model<OneTimeLink> | undefined) ?? connection.model<OneTimeLink>('OneTimeLink', schema)
  );
}
