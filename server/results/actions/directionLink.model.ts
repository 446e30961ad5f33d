import { Schema, type Connection, type Model } from 'mongoose';
import type { LinkRevision } from './directionLink.js';

export type LinkRevisionDocument = Omit<LinkRevision, 'id'> & { _id: string };

const linkRevisionSchema = new Schema<LinkRevisionDocument>(
  {
    _id: { type: String, required: true },
    indicator: { type: String, required: true },
    revision: { type: Number, required: true },
    directions: [String],
    reason: { type: Schema.Types.Mixed, default: null },
    recordedAt: { type: Date, required: true },
    recordedBy: { type: String, required: true },
    recordedByName: { type: String, default: '' },
  },
  { collection: 'directionLinks', versionKey: false, strict: 'throw', minimize: false },
);
// Two people who change the same link at once would both make the same revision: the second one is refused.
linkRevisionSchema.index({ indicator: 1, revision: 1 }, { unique: true });

export function linkRevisionModel(connection: Connection): Model<LinkRevisionDocument> {
  return (
    (connection.models.DirectionLink as Model<LinkRevisionDocument> | undefined) ??
    connection.model<LinkRevisionDocument>('DirectionLink', linkRevisionSchema)
  );
}
