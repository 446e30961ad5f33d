import { Schema, type Connection, type Model } from 'mongoose';

interface Place {
  _id: string;
  wave: string;
  townId: string;
}
interface BlockDocument extends Place {
  number: number;
  /** Grows with every change, so that a change made on an old reading is noticed. */
  revision: number;
  rows: number;
  ids: Buffer;
  columns: { group: string; id: string; type: string; bytes: Buffer }[];
}
interface HeadDocument extends Place {
  version: number;
  newestBlock: number;
  /** Rows of all blocks together, so that a count reads no block. */
  rows: number;
}
interface LeaseDocument {
  _id: string;
  holder: string;
  expires: Date;
}

const column = new Schema<BlockDocument['columns'][number]>(
  {
    group: { type: String, required: true },
    id: { type: String, required: true },
    type: { type: String, required: true },
    bytes: { type: Buffer, required: true },
  },
  { _id: false },
);
const place = {
  _id: { type: String, required: true },
  wave: { type: String, required: true },
  townId: { type: String, required: true },
} as const;

const blockSchema = new Schema<BlockDocument>(
  {
    ...place,
    number: { type: Number, required: true },
    revision: { type: Number, required: true },
    rows: { type: Number, required: true },
    ids: { type: Buffer, required: true },
    columns: [column],
  },
  { collection: 'matrix_blocks', versionKey: false, strict: 'throw' },
);
blockSchema.index({ wave: 1, townId: 1, number: 1 }, { unique: true });

const headSchema = new Schema<HeadDocument>(
  {
    ...place,
    version: { type: Number, required: true },
    newestBlock: { type: Number, required: true },
    rows: { type: Number, required: true },
  },
  { collection: 'matrix_heads', versionKey: false, strict: 'throw' },
);

const leaseSchema = new Schema<LeaseDocument>(
  { _id: { type: String, required: true }, holder: { type: String, required: true }, expires: { type: Date, required: true } },
  { collection: 'folder_leases', versionKey: false, strict: 'throw' },
);

/** Blocks of the data matrix; bytes as `matrixColumn.ts` writes them. */
export function matrixBlockModel(connection: Connection): Model<BlockDocument> {
  return (
    (connection.models.MatrixBlock as Model<BlockDocument> | undefined) ??
    connection.model<BlockDocument>('MatrixBlock', blockSchema)
  );
}

/** One document per wave and town: the version of its matrix and the number of its newest block. */
export function matrixHeadModel(connection: Connection): Model<HeadDocument> {
  return (
    (connection.models.MatrixHead as Model<HeadDocument> | undefined) ?? connection.model<HeadDocument>('MatrixHead', headSchema)
  );
}

/** Which process folds at present. */
export function folderLeaseModel(connection: Connection): Model<LeaseDocument> {
  return (
    (connection.models.FolderLease as Model<LeaseDocument> | undefined) ??
    connection.model<LeaseDocument>('FolderLease', leaseSchema)
  );
}
