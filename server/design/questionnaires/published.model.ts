import { Schema, type Connection, type Model } from 'mongoose';
import type { PublishedQuestionnaire } from './draft.js';

/** Id: `<questionnaire>/<version>`. */
export type PublishedQuestionnaireDocument = PublishedQuestionnaire & { _id: string };

const schema = new Schema<PublishedQuestionnaireDocument>(
  {
    _id: { type: String, required: true },
    questionnaire: { type: String, required: true },
    version: { type: Number, required: true },
    definition: { type: Schema.Types.Mixed, required: true },
    statuses: { type: Schema.Types.Mixed, required: true },
    publishedAt: { type: Date, required: true },
    publishedBy: { type: String, required: true },
  },
  { collection: 'publishedQuestionnaires', versionKey: false, strict: 'throw', minimize: false },
);
schema.index({ publishedAt: 1 });

export function publishedQuestionnaireModel(connection: Connection): Model<PublishedQuestionnaireDocument> {
  return (
    (connection.models.PublishedQuestionnaire as Model<PublishedQuestionnaireDocument> | undefined) ??
    connection.model<PublishedQuestionnaireDocument>('PublishedQuestionnaire', schema)
  );
}

interface RetiredVersionDocument {
  /** `<questionnaire>/<version>`, also of a built-in one. */
  _id: string;
}

const retiredSchema = new Schema<RetiredVersionDocument>(
  { _id: { type: String, required: true } },
  { collection: 'retiredQuestionnaires', versionKey: false, strict: 'throw' },
);

/** Versions with which no new wave is planned. */
export function retiredVersionModel(connection: Connection): Model<RetiredVersionDocument> {
  return (
    (connection.models.RetiredVersion as Model<RetiredVersionDocument> | undefined) ??
    connection.model<RetiredVersionDocument>('RetiredVersion', retiredSchema)
  );
}
