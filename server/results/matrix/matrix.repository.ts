import type { ClientSession, Connection } from 'mongoose';
import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { parseDocument, parseDocuments } from '../../database/index.js';
import { AppError } from '../../errors.js';
import { matrixBlockModel, matrixHeadModel } from './matrix.model.js';
import type { MatrixBlock } from './matrixBlock.js';
import { bytesOf, dataFrom } from './matrixColumn.js';

/** The driver hands out BSON Binary where documents are read without mongoose's wrapping. */
const BytesSchema = z.union([
  z.instanceof(Uint8Array).transform((bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)),
  z
    .custom<{ value(): Uint8Array }>(
      (value) => typeof value === 'object' && value !== null && (value as { _bsontype?: unknown })._bsontype === 'Binary',
    )
    .transform((binary) => Buffer.from(binary.value())),
]);

const BlockDocumentSchema = z
  .object({
    _id: z.string(),
    wave: z.string(),
    townId: z.string(),
    number: z.int(),
    revision: z.int(),
    rows: z.int().min(0),
    ids: BytesSchema,
    columns: z.array(
      z.object({
        group: z.enum(['items', 'populations', 'flags', 'facts']),
        id: z.string(),
        type: z.enum(['int16', 'int32', 'float64', 'uint8']),
        bytes: BytesSchema,
      }),
    ),
  })
  .transform(({ columns, ...block }) => ({
    ...block,
    columns: columns.map(({ group, id, type, bytes }) => ({ group, id, type, data: dataFrom(type, bytes, block.rows) })),
  }));
/** A block with its place and revision in the store. */
export type StoredBlock = z.infer<typeof BlockDocumentSchema>;

const HeadSchema = z.object({
  wave: z.string(),
  townId: z.string(),
  version: z.int(),
  newestBlock: z.int(),
  rows: z.int().min(0),
});
/** The state of the matrix of one wave and town. */
export type MatrixHead = z.infer<typeof HeadSchema>;

export interface TownOfWave {
  wave: string;
  townId: string;
}

export type MatrixRepository = ReturnType<typeof createMatrixRepository>;

export function createMatrixRepository(connection: Connection) {
  const blocks = matrixBlockModel(connection);
  const heads = matrixHeadModel(connection);
  return {
    async findHead({ wave, townId }: TownOfWave, session?: ClientSession): Promise<MatrixHead | null> {
      const head = await heads.findOne({ _id: headId({ wave, townId }) }, null, { session: session ?? null }).lean();
      return head === null ? null : parseDocument(HeadSchema, head);
    },
    async listHeads(): Promise<MatrixHead[]> {
      return parseDocuments(HeadSchema, await heads.find().sort({ wave: 1, townId: 1 }).lean());
    },
    async findBlock({ wave, townId }: TownOfWave, number: number, session: ClientSession): Promise<StoredBlock | null> {
      const block = await blocks.findOne({ wave, townId, number }, null, { session }).lean();
      return block === null ? null : parseDocument(BlockDocumentSchema, block);
    },
    async listBlocks({ wave, townId }: TownOfWave, session?: ClientSession): Promise<StoredBlock[]> {
      const found = await blocks
        .find({ wave, townId }, null, { session: session ?? null })
        .sort({ number: 1 })
        .lean();
      return parseDocuments(BlockDocumentSchema, found);
    },
    async insertBlock(place: TownOfWave, number: number, block: MatrixBlock, session: ClientSession): Promise<void> {
      const document = { _id: randomBytes(16).toString('hex'), ...place, number, revision: 1, ...documentOf(block) };
      await blocks.insertMany([document], { session });
    },
    /** @throws AppError conflict if the block has changed since it was read */
    async replaceBlock(read: StoredBlock, block: MatrixBlock, session: ClientSession): Promise<void> {
      const { matchedCount } = await blocks.updateOne(
        { _id: read._id, revision: read.revision },
        { $set: { revision: read.revision + 1, ...documentOf(block) } },
        { session },
      );
      if (matchedCount !== 1) throw new AppError('conflict', { message: 'a block of the data matrix changed meanwhile' });
    },
    /** Gives the matrix of a wave and town its next version; `moreRows` is negative where rows were taken out. */
    async raiseVersion(place: TownOfWave, newestBlock: number, moreRows: number, session: ClientSession): Promise<void> {
      await heads.updateOne(
        { _id: headId(place) },
        { $set: { wave: place.wave, townId: place.townId, newestBlock }, $inc: { version: 1, rows: moreRows } },
        { upsert: true, session },
      );
    },
  };
}

const headId = ({ wave, townId }: TownOfWave): string => `${wave}/${townId}`;

function documentOf({ rows, ids, columns }: MatrixBlock) {
  return {
    rows,
    ids,
    columns: columns.map((column) => ({ group: column.group, id: column.id, type: column.type, bytes: bytesOf(column) })),
  };
}
