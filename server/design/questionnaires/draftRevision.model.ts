import { Schema, type Connection, type Model } from 'mongoose';
import type { DraftRevision } from './draft.js';

/** Id: `<questionnaire>/<revision>`, so that two people cannot write the same revision. */
export type DraftRevisionDocument = DraftRevision & { _id: string };

const schema = new Schema<DraftRevisionDocument>(
  {
    _id: { type: String, required: true },
    questionnaire: { type: String, required: true },
    revision: { type: Number, required: true },
    definition: { type: Schema.Types.Mixed, required: true },
    statuses: { type: Schema.Types.Mixed, required: true },
    basedOn: { type: Number, default: null },
    deed: { type: Schema.Types.Mixed, required: true },
    by: { type: String, required: true },
    at: { type: Date, required: true },
    undoTo: { type: Number, default: null },
    redoTo: { type: Number, default: null },
  },
  { collection: 'questionnaireRevisions', versionKey: false, strict: 'throw', minimize: false },
);
schema.index({ questionnaire: 1, revision: -1 });

/** The steps of every draft; the newest revision of a questionnaire is its draft. */
export function draftRevisionModel(connection: Connection): Model<DraftRevisionDocument> {
  return (
    (connection.models.DraftRevision as Model<DraftRevisionDocument> | undefined) ??
    connection.model<DraftRevisionDocument>('DraftRevision', schema)
  );
}
