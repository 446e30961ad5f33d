import type { Connection } from 'mongoose';
import { parseDocument } from '../../database/index.js';
import { LinkRevisionSchema, type LinkRevision } from './directionLink.js';
import { linkRevisionModel, type LinkRevisionDocument } from './directionLink.model.js';

const DUPLICATE_KEY = 11000;

export type DirectionLinkRepository = ReturnType<typeof createDirectionLinkRepository>;

export function createDirectionLinkRepository(connection: Connection) {
  const revisions = linkRevisionModel(connection);

  return {
    /** All revisions of all links, the oldest first. */
    async listAll(): Promise<LinkRevision[]> {
      return (await revisions.find().sort({ revision: 1 }).lean()).map(fromDocument);
    },
    /** False if somebody else made the same revision first. */
    async tryInsert({ id, ...rest }: LinkRevision): Promise<boolean> {
      try {
        await revisions.insertMany([{ _id: id, ...rest }]);
        return true;
      } catch (error) {
        if ((error as { code?: unknown }).code === DUPLICATE_KEY) return false;
        throw error;
      }
    },
  };
}

function fromDocument({ _id, ...values }: LinkRevisionDocument): LinkRevision {
  return parseDocument(LinkRevisionSchema, { id: _id, ...values });
}
