import { Schema, type Connection, type Model } from 'mongoose';
import type { StoredResponse } from './response.js';

const schema = new Schema<StoredResponse>(
  {
    _id: { type: String, required: true },
    wave: { type: String, required: true },
    townId: { type: String, required: true },
    definitionId: { type: String, required: true },
    definitionVersion: { type: Number, required: true },
    language: { type: String, required: true },
    answers: { type: Schema.Types.Mixed, required: true },
    analysisPopulations: { type: [String], required: true },
    derived: { type: Schema.Types.Mixed, required: true },
    flags: {
      speeder: { type: Boolean, required: true },
      straightliner: { type: Boolean, required: true },
      highMissing: { type: Boolean, required: true },
      duplicate: { type: Boolean, required: true },
    },
    durationSteps: Number,
    date: { type: String, required: true },
    origin: { type: String, required: true },
    status: { type: String, required: true },
    folded: { type: Boolean, required: true },
  },
  { collection: 'responses', versionKey: false, strict: 'throw', minimize: false },
);
schema.index({ wave: 1, townId: 1, _id: 1 });
schema.index({ folded: 1 });

/** Sent answers. Their ids are hashes, so that neither an id nor a place in the collection tells when they came. */
export function responseModel(connection: Connection): Model<StoredResponse> {
  return (
    (connection.models.Response as Model<StoredResponse> | undefined) ?? connection.model<StoredResponse>('Response', schema)
  );
}
