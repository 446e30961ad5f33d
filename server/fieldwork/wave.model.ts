import { Schema, type Connection, type Model } from 'mongoose';
import { localizedTextType } from './localizedText.model.js';
import type { Wave } from './wave.js';

/** The slug is the id. */
export type WaveDocument = Omit<Wave, 'slug'> & { _id: string };

const townType = new Schema(
  { townId: { type: String, required: true }, populationSize: Number, invited: Number, enterpriseName: localizedTextType },
  { _id: false, strict: 'throw' },
);
const thresholdsType = new Schema({ speederSecondsPerItem: Number, highMissingShare: Number }, { _id: false, strict: 'throw' });

const schema = new Schema<WaveDocument>(
  {
    _id: { type: String, required: true },
    study: { type: String, required: true, index: true },
    population: { type: String, required: true },
    definitionId: { type: String, required: true },
    definitionVersion: { type: Number, required: true },
    referenceYear: { type: Number, required: true },
    opens: { type: String, required: true },
    closes: { type: String, required: true },
    timeZone: { type: String, required: true },
    state: { type: String, required: true },
    closedAt: Date,
    access: { type: String, required: true },
    sampling: String,
    live: { type: Boolean, required: true },
    pilot: { type: Boolean, required: true },
    organiserName: { type: localizedTextType, required: true },
    organiserContact: { type: String, default: '' },
    minutes: { type: Number, required: true },
    thresholds: { type: thresholdsType, required: true },
    towns: { type: [townType], required: true },
  },
  { collection: 'waves', strict: 'throw', versionKey: false },
);

export function waveModel(connection: Connection): Model<WaveDocument> {
  return (connection.models.Wave as Model<WaveDocument> | undefined) ?? connection.model<WaveDocument>('Wave', schema);
}
