import { Schema, type Connection, type Model } from 'mongoose';
import type { Account } from './account.js';

const schema = new Schema<Account>(
  {
    _id: { type: String, required: true },
    signInName: { type: String, required: true, unique: true },
    displayName: { type: String, default: '' },
    roles: { type: [String], required: true },
    townIds: { type: [String], default: undefined },
    passwordHash: String,
    credentialEdition: { type: Number, required: true },
    demonstration: { type: Boolean, required: true },
    createdOn: { type: String, required: true },
    disabled: { type: Boolean, required: true },
  },
  { collection: 'accounts', strict: 'throw', versionKey: false },
);

export function accountModel(connection: Connection): Model<Account> {
  return (connection.models.Account as Model<Account> | undefined) ?? connection.model<Account>('Account', schema);
}
