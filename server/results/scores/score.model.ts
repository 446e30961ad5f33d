import { Schema, type Connection, type Model } from 'mongoose';

interface ScoreDocument {
  _id: string;
  townId: string;
  year: number;
  methodId: string;
  methodVersion: number;
  storedOn?: string;
  canonical: string;
}

/** A stored score is its canonical JSON; what stands beside serves to find it. */
const scoreSchema = new Schema<ScoreDocument>(
  {
    _id: { type: String, required: true },
    townId: { type: String, required: true },
    year: { type: Number, required: true },
    methodId: { type: String, required: true },
    methodVersion: { type: Number, required: true },
    storedOn: { type: String },
    canonical: { type: String, required: true },
  },
  { collection: 'scores', versionKey: false, strict: 'throw' },
);
scoreSchema.index({ townId: 1, year: 1 });

export function scoreModel(connection: Connection): Model<ScoreDocument> {
  return (connection.models.Score as Model<ScoreDocument> | undefined) ?? connection.model<ScoreDocument>('Score', scoreSchema);
}
