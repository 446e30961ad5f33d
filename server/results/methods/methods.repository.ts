import type { Connection } from 'mongoose';
import { z } from 'zod';
import { MethodSchema, parseMethodDraft, type Method } from '../../../survey-definitions/contract/index.js';
import { parseDocument } from '../../database/index.js';
import { methodModels } from './method.model.js';

const DraftDocumentSchema = z.object({
  _id: z.string(),
  revision: z.int(),
  method: z.unknown().transform((value) => parseMethodDraft(value)),
  changedAt: z.date(),
});

/** A method in the making with the number of its last change. */
export interface MethodDraft {
  readonly revision: number;
  readonly method: Method;
  readonly changedAt: Date;
}

/** Who changes a method, and when. */
export interface Change {
  readonly at: Date;
  readonly by: string;
}

export type MethodRepository = ReturnType<typeof createMethodRepository>;

export function createMethodRepository(connection: Connection) {
  const { drafts, published, retired } = methodModels(connection);
  return {
    async listDrafts(): Promise<MethodDraft[]> {
      const found = await drafts.find().sort({ _id: 1 }).lean();
      return found.map((document) => parseDocument(DraftDocumentSchema, document));
    },
    async findDraft(id: string): Promise<MethodDraft | null> {
      const found = await drafts.findById(id).lean();
      return found && parseDocument(DraftDocumentSchema, found);
    },
    /** Writes the draft after the revision that was read, 0 for a new one; false if somebody else was quicker. */
    async saveDraft(method: Method, readRevision: number, { at, by }: Change): Promise<boolean> {
      const values = { revision: readRevision + 1, method, changedAt: at, changedBy: by };
      if (readRevision === 0) return isNew(() => drafts.create([{ _id: method.id, ...values }]));
      const { matchedCount } = await drafts.updateOne({ _id: method.id, revision: readRevision }, { $set: values });
      return matchedCount === 1;
    },
    async removeDraft(id: string): Promise<void> {
      await drafts.deleteOne({ _id: id });
    },
    /** False if that version exists: a published version is never written again. */
    async publish(method: Method, { at, by }: Change): Promise<boolean> {
      const _id = `${method.id}/${method.version}`;
      return isNew(() => published.create([{ _id, method, publishedAt: at, publishedBy: by }]));
    },
    /** Published versions that are not among the known ones, named `<id>/<version>`. */
    async listPublished(known: readonly string[]): Promise<Method[]> {
      const found = await published.find({ _id: { $nin: [...known] } }).lean();
      return found.map(({ method }) => MethodSchema.parse(method));
    },
    async listRetired(): Promise<string[]> {
      return (await retired.find().lean()).map(({ _id }) => _id);
    },
    async retire(_id: string): Promise<void> {
      await retired.updateOne({ _id }, { $setOnInsert: { _id } }, { upsert: true });
    },
    async bringBack(_id: string): Promise<void> {
      await retired.deleteOne({ _id });
    },
  };
}

/** Runs an insert; false where a document of that id is there already. */
async function isNew(insert: () => Promise<unknown>): Promise<boolean> {
  try {
    await insert();
    return true;
  } catch (error) {
    if ((error as { code?: unknown }).code === 11000) return false;
    throw error;
  }
}
