import { Schema, type Connection, type Model } from 'mongoose';
import type { Observation } from './observation.js';

export type ObservationDocument = Omit<Observation, 'id'> & { _id: string };

const observationSchema = new Schema<ObservationDocument>(
  {
    _id: { type: String, required: true },
    townId: { type: String, required: true },
    input: { type: String, required: true },
    year: { type: Number, required: true },
    revision: { type: Number, required: true },
    value: { type: Number, required: true },
    unit: { type: String, required: true },
    source: { type: String, required: true },
    date: { type: String, required: true },
    areaLevel: { type: String, required: true },
    areaId: { type: String, required: true },
    proxy: { type: Boolean, required: true },
    status: { type: String, required: true },
    // Empty texts are values here, which mongoose calls missing when they are required.
    note: { type: String, default: '' },
    recordedAt: { type: Date, required: true },
    recordedBy: { type: String, required: true },
    recordedByName: { type: String, default: '' },
    ended: { type: Schema.Types.Mixed, default: null },
  },
  { collection: 'observations', versionKey: false, strict: 'throw', minimize: false },
);
// Two people who correct the same figure at once would both make the same revision: the second one is refused.
observationSchema.index({ townId: 1, input: 1, year: 1, revision: 1 }, { unique: true });

export function observationModel(connection: Connection): Model<ObservationDocument> {
  return (
    (connection.models.Observation as Model<ObservationDocument> | undefined) ??
    connection.model<ObservationDocument>('Observation', observationSchema)
  );
}
