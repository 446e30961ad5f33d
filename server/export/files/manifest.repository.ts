import type { Connection } from 'mongoose';
import { z } from 'zod';
import { parseDocument } from '../../database/index.js';
import { AudienceSchema, ManifestSchema, type StoredManifest, type What } from './manifest.js';
import { manifestModel } from './manifest.model.js';

const ManifestDocumentSchema = z
  .object({ _id: z.string(), audience: AudienceSchema, manifest: ManifestSchema })
  .transform(({ _id, ...rest }): StoredManifest => ({ id: _id, ...rest }));

export type ManifestRepository = ReturnType<typeof createManifestRepository>;

export function createManifestRepository(connection: Connection) {
  const manifests = manifestModel(connection);

  async function find(id: string): Promise<StoredManifest | null> {
    const found = await manifests.findOne({ _id: id }).lean();
    return found === null ? null : parseDocument(ManifestDocumentSchema, found);
  }

  return {
    find,
    /** Keeps a manifest, or gives back the one that was kept when the same file was made before. */
    async keep({ id, audience, manifest }: StoredManifest): Promise<StoredManifest> {
      const { what, created } = manifest;
      await manifests.updateOne({ _id: id }, { $setOnInsert: { what, created, audience, manifest } }, { upsert: true });
      return (await find(id)) ?? { id, audience, manifest };
    },
    /** The files of one kind that were made last, the newest first. */
    async listNewest(what: What, limit: number): Promise<StoredManifest[]> {
      const found = await manifests.find({ what }).sort({ created: -1 }).limit(limit).lean();
      return found.map((document) => parseDocument(ManifestDocumentSchema, document));
    },
  };
}
