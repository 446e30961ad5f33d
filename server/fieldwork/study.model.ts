import { Schema, type Connection, type Model } from 'mongoose';
import { localizedTextType } from './localizedText.model.js';
import type { Study } from './wave.js';

/** The slug is the id. */
export type StudyDocument = Omit<Study, 'slug'> & { _id: string };

const schema = new Schema<StudyDocument>(
  {
    _id: { type: String, required: true },
    names: { type: localizedTextType, required: true },
    demonstration: { type: Boolean, required: true },
    retentionYears: { type: Number, required: true },
    kMin: {
      type: new Schema({ residents: Number, researchers: Number }, { _id: false, strict: 'throw' }),
      required: true,
    },
  },
  { collection: 'studies', strict: 'throw', versionKey: false },
);

export function studyModel(connection: Connection): Model<StudyDocument> {
  return (connection.models.Study as Model<StudyDocument> | undefined) ?? connection.model<StudyDocument>('Study', schema);
}
