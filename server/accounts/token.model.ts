import { Schema, type Connection, type Model } from 'mongoose';
import type { Token } from './account.js';

const schema = new Schema<Token>(
  {
    _id: { type: String, required: true },
    secretHash: { type: String, required: true, unique: true },
    name: { type: String, required: true },
    role: { type: String, required: true },
    townIds: { type: [String], default: undefined },
    makerId: { type: String, required: true },
    createdOn: { type: String, required: true },
    lastDay: { type: String, required: true },
    expires: { type: Date, required: true, expires: 0 },
  },
  { collection: 'tokens', strict: 'throw', versionKey: false },
);

export function tokenModel(connection: Connection): Model<Token> {
  return (connection.models.Token as Model<Token> | undefined) ?? connection.model<Token>('Token', schema);
}
