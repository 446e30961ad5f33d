import type { Readable } from 'node:stream';
import { fromBufferPromise, type Entry } from 'yauzl';
import { refusal, TableRefusal, type TableLimits } from './workbook.js';

/** The parts of a workbook that hold values, by their path in the archive. */
export type Parts = Map<string, Buffer>;

/** Everything else (pictures, print settings, macros) is never unpacked. */
const READ_PART = /^xl\/(workbook\.xml|_rels\/workbook\.xml\.rels|sharedStrings\.xml|styles\.xml|worksheets\/[^/]+\.xml)$/i;
const ZIP_BEGINNING = 'PK';
/** Old .xls files and encrypted workbooks are compound files, which begin with these bytes. */
const COMPOUND_FILE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);

/**
 * Unpacks what is needed of a workbook. What the archive declares is judged before anything is unpacked; what it really
 * holds is counted while it arrives, so that no more than the limit is ever in memory.
 *
 * @throws TableRefusal
 */
export async function unpackedParts(bytes: Buffer, limits: TableLimits): Promise<Parts> {
  if (bytes.subarray(0, 4).equals(COMPOUND_FILE)) throw refusal('workbook_encrypted');
  if (bytes.subarray(0, 2).toString('latin1') !== ZIP_BEGINNING) throw refusal('workbook_not_a_workbook');
  try {
    return await readArchive(bytes, limits);
  } catch (error) {
    if (error instanceof TableRefusal) throw error;
    throw refusal('workbook_broken');
  }
}

async function readArchive(bytes: Buffer, limits: TableLimits): Promise<Parts> {
  const archive = await fromBufferPromise(bytes, { validateEntrySizes: true });
  if (archive.entryCount > limits.entries) throw refusal('workbook_too_many_parts', { limit: limits.entries });
  const entries: Entry[] = [];
  for await (const entry of archive.eachEntry()) if (READ_PART.test(entry.fileName)) entries.push(entry);
  checkDeclared(entries, limits);
  const parts: Parts = new Map();
  for (const entry of entries) {
    const stream = await archive.openReadStreamPromise(entry);
    parts.set(entry.fileName, await collected(stream, entry.uncompressedSize));
  }
  return parts;
}

function checkDeclared(entries: Entry[], limits: TableLimits): void {
  if (entries.some((entry) => entry.isEncrypted())) throw refusal('workbook_encrypted');
  if (new Set(entries.map(({ fileName }) => fileName.toLowerCase())).size < entries.length) throw refusal('workbook_broken');
  const bytes = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
  const swollen = entries.some(
    ({ uncompressedSize, compressedSize }) =>
      uncompressedSize > limits.ratioFromBytes && uncompressedSize > compressedSize * limits.ratio,
  );
  if (bytes > limits.unpackedBytes || swollen)
    throw refusal('workbook_too_large', { megabytes: Math.floor(limits.unpackedBytes / 1_000_000) });
}

/** A part that holds more than it declares ends the reading at once. */
async function collected(stream: Readable, declaredBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > declaredBytes) throw refusal('workbook_broken');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, length);
}
