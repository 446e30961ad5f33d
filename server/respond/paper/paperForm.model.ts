import { Schema, type Connection, type Model } from 'mongoose';
import type { PaperForm } from './paperForm.js';

const schema = new Schema<PaperForm>(
  {
    _id: { type: String, required: true },
    wave: { type: String, required: true },
    townId: { type: String, required: true },
    number: { type: String, required: true },
    first: { type: Schema.Types.Mixed, required: true },
    second: Schema.Types.Mixed,
    resolved: Schema.Types.Mixed,
    submissionToken: { type: String, required: true },
    expires: { type: Date, required: true },
  },
  { collection: 'paperForms', versionKey: false, strict: 'throw', minimize: false },
);
schema.index({ wave: 1, townId: 1, number: 1 }, { unique: true });
schema.index({ expires: 1 }, { expireAfterSeconds: 0 });

/** Forms that have been typed and not sent. */
export function paperFormModel(connection: Connection): Model<PaperForm> {
  return (connection.models.PaperForm as Model<PaperForm> | undefined) ?? connection.model<PaperForm>('PaperForm', schema);
}
