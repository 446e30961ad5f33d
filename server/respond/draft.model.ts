import { Schema, type Connection, type Model } from 'mongoose';
import type { StartedDraft } from './draft.js';

type DraftDocument = Pick<StartedDraft, '_id' | 'expires'> & Partial<Omit<StartedDraft, 'status'>> & { status: string };

const schema = new Schema<DraftDocument>(
  {
    _id: { type: String, required: true },
    status: { type: String, required: true },
    expires: { type: Date, required: true },
    wave: String,
    townId: String,
    definitionId: String,
    definitionVersion: Number,
    language: String,
    answers: Schema.Types.Mixed,
    facetOrder: { type: [[String]], default: undefined },
    submissionToken: String,
    sending: Boolean,
    activeMs: Number,
    lastActive: Date,
  },
  { collection: 'drafts', versionKey: false, strict: 'throw', minimize: false },
);
schema.index({ expires: 1 }, { expireAfterSeconds: 0 });

/** Unfinished questionnaires and, for a day, the marks of submitted ones. */
export function draftModel(connection: Connection): Model<DraftDocument> {
  return (connection.models.Draft as Model<DraftDocument> | undefined) ?? connection.model<DraftDocument>('Draft', schema);
}
