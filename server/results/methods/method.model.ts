import { Schema, type Connection, type Model } from 'mongoose';
import type { Method } from '../../../survey-definitions/contract/index.js';

/** A draft: one per method, with a number that grows with every change. */
export interface MethodDraftDocument {
  _id: string;
  revision: number;
  method: Method;
  changedAt: Date;
  changedBy: string;
}

/** A published version, `<id>/<version>`: it never changes again. */
export interface PublishedMethodDocument {
  _id: string;
  method: Method;
  publishedAt: Date;
  publishedBy: string;
}

/** A method that computes no new scores. */
interface RetiredMethodDocument {
  _id: string;
}

const draftSchema = new Schema<MethodDraftDocument>(
  {
    _id: { type: String, required: true },
    revision: { type: Number, required: true },
    method: { type: Schema.Types.Mixed, required: true },
    changedAt: { type: Date, required: true },
    changedBy: { type: String, required: true },
  },
  { collection: 'methodDrafts', versionKey: false, strict: 'throw', minimize: false },
);

const publishedSchema = new Schema<PublishedMethodDocument>(
  {
    _id: { type: String, required: true },
    method: { type: Schema.Types.Mixed, required: true },
    publishedAt: { type: Date, required: true },
    publishedBy: { type: String, required: true },
  },
  { collection: 'methods', versionKey: false, strict: 'throw', minimize: false },
);

const retiredSchema = new Schema<RetiredMethodDocument>(
  { _id: { type: String, required: true } },
  { collection: 'retiredMethods', versionKey: false, strict: 'throw' },
);

function modelOf<Document>(connection: Connection, name: string, schema: Schema<Document>): Model<Document> {
  return (connection.models[name] as Model<Document> | undefined) ?? connection.model<Document>(name, schema);
}

export function methodModels(connection: Connection) {
  return {
    drafts: modelOf(connection, 'MethodDraft', draftSchema),
    published: modelOf(connection, 'PublishedMethod', publishedSchema),
    retired: modelOf(connection, 'RetiredMethod', retiredSchema),
  };
}
