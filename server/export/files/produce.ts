import type { ManifestRepository } from './manifest.repository.js';
import { manifestIdOf, type Audience, type Manifest, type ManifestFacts, type StoredManifest, type What } from './manifest.js';
import { fileNameFrom, type FileSubject } from './fileName.js';
import { dialectOf, type FileFormat } from './profile.js';
import { takeSnapshot, type Snapshot } from './snapshot.js';
import type { Table } from '../../csv/index.js';

/** A file that can be made: its table, and what will be known of it when all rows have been read. */
export interface ExportFile {
  what: What;
  subject: Omit<FileSubject, 'what'>;
  format: FileFormat;
  table: Table;
  audience: Audience;
  facts: () => ManifestFacts;
}

/** A file that is there, with the manifest that names exactly its bytes. */
export interface FinishedFile {
  snapshot: Snapshot;
  stored: StoredManifest;
}

export interface Workshop {
  /** Where unfinished files lie, unnamed. */
  folder: string;
  manifests: ManifestRepository;
  clock: () => Date;
}

/** Makes a file completely before the first byte is sent: then a fault is an error and never half a file. */
export async function produce(file: ExportFile, { folder, manifests, clock }: Workshop): Promise<FinishedFile> {
  const snapshot = await takeSnapshot(folder, file.table, dialectOf(file.format.profile));
  try {
    const manifest = manifestFrom(file, snapshot, clock());
    const { audience } = file;
    return { snapshot, stored: await manifests.keep({ id: manifestIdOf(manifest, audience), audience, manifest }) };
  } catch (error) {
    await snapshot.discard();
    throw error;
  }
}

function manifestFrom(
  { what, subject, format, table, facts }: ExportFile,
  { rows, bytes, sha256 }: Snapshot,
  at: Date,
): Manifest {
  const { byteOrderMark, delimiter, decimalMark, lineEnd } = dialectOf(format.profile);
  return {
    file: fileNameFrom({ ...subject, what }, format, at),
    created: at.toISOString(),
    what,
    rows,
    columns: [...table.columns],
    bytes,
    sha256,
    format: {
      ...format,
      encoding: 'UTF-8',
      byteOrderMark,
      delimiter,
      decimalMark,
      lineEnd: lineEnd === '\n' ? 'LF' : 'CRLF',
      formulaGuard: "texts that begin with = + - @, tab or carriage return have an apostrophe (') before them",
    },
    content: facts(),
  };
}
