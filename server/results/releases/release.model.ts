import { Schema, type Connection, type Model } from 'mongoose';

interface ReleaseDocument {
  _id: string;
  townId: string;
  year: number;
  date: string;
  number: number;
  by: string;
  parts: unknown[];
  scores: unknown[];
}

const releaseSchema = new Schema<ReleaseDocument>(
  {
    _id: { type: String, required: true },
    townId: { type: String, required: true },
    year: { type: Number, required: true },
    date: { type: String, required: true },
    number: { type: Number, required: true },
    by: { type: String, required: true },
    parts: [Schema.Types.Mixed],
    scores: [Schema.Types.Mixed],
  },
  { collection: 'releases', versionKey: false, strict: 'throw', minimize: false },
);
releaseSchema.index({ townId: 1, number: 1 }, { unique: true });

export function releaseModel(connection: Connection): Model<ReleaseDocument> {
  return (
    (connection.models.Release as Model<ReleaseDocument> | undefined) ??
    connection.model<ReleaseDocument>('Release', releaseSchema)
  );
}
