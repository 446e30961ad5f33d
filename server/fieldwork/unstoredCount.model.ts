import { Schema, type Connection, type Model } from 'mongoose';

/** How often a questionnaire ended without a response: per wave, town and day, and nothing else. */
export interface UnstoredCountDocument {
  /** wave/town/day: one counter each, whoever creates it first. */
  _id: string;
  wave: string;
  townId: string;
  day: string;
  declined?: number;
  screenedOut?: number;
  deleted?: number;
}

const schema = new Schema<UnstoredCountDocument>(
  {
    _id: { type: String, required: true },
    wave: { type: String, required: true, index: true },
    townId: { type: String, required: true },
    day: { type: String, required: true },
    declined: Number,
    screenedOut: Number,
    deleted: Number,
  },
  { collection: 'unstoredCounts', strict: 'throw', versionKey: false },
);

export function unstoredCountModel(connection: Connection): Model<UnstoredCountDocument> {
  return (
    (connection.models.UnstoredCount as Model<UnstoredCountDocument> | undefined) ??
    connection.model<UnstoredCountDocument>('UnstoredCount', schema)
  );
}
