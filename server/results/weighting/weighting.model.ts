import { Schema, type Connection, type Model } from 'mongoose';
import type { Weighting } from './weighting.js';

export type WeightingDocument = Omit<Weighting, 'id'> & { _id: string };

const weightingSchema = new Schema<WeightingDocument>(
  {
    _id: { type: String, required: true },
    wave: { type: String, required: true },
    townId: { type: String, required: true },
    revision: { type: Number, required: true },
    adjustment: { type: String, required: true },
    margins: [Schema.Types.Mixed],
    recordedAt: { type: Date, required: true },
    recordedBy: { type: String, required: true },
    recordedByName: { type: String, default: '' },
  },
  { collection: 'weightings', versionKey: false, strict: 'throw', minimize: false },
);
// Two people who change the same weighting at once would both make the same revision: the second one is refused.
weightingSchema.index({ wave: 1, townId: 1, revision: 1 }, { unique: true });

export function weightingModel(connection: Connection): Model<WeightingDocument> {
  return (
    (connection.models.Weighting as Model<WeightingDocument> | undefined) ??
    connection.model<WeightingDocument>('Weighting', weightingSchema)
  );
}
