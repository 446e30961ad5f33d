import { Schema, type Connection, type Model } from 'mongoose';
import type { Study, UnstoredOutcome, Wave } from './wave.js';

export type StudyDocument = Omit<Study, 'slug'> & { _id: string };
export type WaveDocument = Omit<Wave, 'slug'> & { _id: string };
export interface UnstoredCountDocument {
  /** `<wave>/<town>/<outcome>`. */
  _id: string;
  wave: string;
  townId: string;
  outcome: UnstoredOutcome;
  count: number;
}

const plain = { type: Schema.Types.Mixed, required: true };
const text = { type: String, required: true };
const number = { type: Number, required: true };
const options = { versionKey: false, strict: 'throw', minimize: false } as const;

const studySchema = new Schema<StudyDocument>(
  { _id: text, names: plain, demonstration: { type: Boolean, required: true }, retentionYears: number, kMin: plain },
  { ...options, collection: 'studies' },
);

const waveSchema = new Schema<WaveDocument>(
  {
    _id: text,
    study: text,
    population: text,
    definitionId: text,
    definitionVersion: number,
    referenceYear: number,
    opens: text,
    closes: text,
    timeZone: text,
    state: text,
    closedAt: { type: Date },
    access: text,
    live: { type: Boolean, required: true },
    pilot: { type: Boolean, required: true },
    organiserName: plain,
    organiserContact: text,
    minutes: number,
    thresholds: plain,
    towns: plain,
  },
  { ...options, collection: 'waves' },
);
waveSchema.index({ study: 1 });

const unstoredCountSchema = new Schema<UnstoredCountDocument>(
  { _id: text, wave: text, townId: text, outcome: text, count: number },
  { ...options, collection: 'unstored_counts' },
);
unstoredCountSchema.index({ wave: 1 });

export const studyModel = (connection: Connection): Model<StudyDocument> =>
  (connection.models.Study as Model<StudyDocument> | undefined) ?? connection.model<StudyDocument>('Study', studySchema);

export const waveModel = (connection: Connection): Model<WaveDocument> =>
  (connection.models.Wave as Model<WaveDocument> | undefined) ?? connection.model<WaveDocument>('Wave', waveSchema);

export const unstoredCountModel = (connection: Connection): Model<UnstoredCountDocument> =>
  (connection.models.UnstoredCount as Model<UnstoredCountDocument> | undefined) ??
  connection.model<UnstoredCountDocument>('UnstoredCount', unstoredCountSchema);
