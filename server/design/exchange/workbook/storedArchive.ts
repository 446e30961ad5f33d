import { crc32 } from 'node:zlib';
import type { Parts } from './archiveParts.js';

const LOCAL_HEADER = 0x04034b50;
const CENTRAL_HEADER = 0x02014b50;
const END = 0x06054b50;
const VERSION = 20;
const UTF8_NAMES = 0x0800;
/** 1 January 1980, the first day that the format knows. */
const FIRST_DAY = 0x21;

/**
 * A zip archive, without compression, of parts that have been looked at. The reader of values unpacks archives in a way of
 * its own; given this one it meets nothing but what was checked.
 */
export function storedArchive(parts: Parts): ArrayBuffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [path, bytes] of parts) {
    const name = Buffer.from(path);
    const shared = sharedHeader(bytes, name);
    const header = Buffer.concat([numbers([LOCAL_HEADER, 4]), shared, name]);
    local.push(header, bytes);
    central.push(numbers([CENTRAL_HEADER, 4], [VERSION, 2]), shared, numbers([0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]), name);
    offset += header.length + bytes.length;
  }
  const directory = Buffer.concat(central);
  const end = numbers([END, 4], [0, 4], [parts.size, 2], [parts.size, 2], [directory.length, 4], [offset, 4], [0, 2]);
  return new Uint8Array(Buffer.concat([...local, directory, end])).buffer;
}

/** What stands in both headers of a part: version, flags, method, date, sizes, length of the name. */
function sharedHeader(bytes: Buffer, name: Buffer): Buffer {
  return numbers(
    [VERSION, 2],
    [UTF8_NAMES, 2],
    [0, 2],
    [0, 2],
    [FIRST_DAY, 2],
    [crc32(bytes), 4],
    [bytes.length, 4],
    [bytes.length, 4],
    [name.length, 2],
    [0, 2],
  );
}

/** Little-endian numbers of two or four bytes. */
function numbers(...fields: [value: number, bytes: 2 | 4][]): Buffer {
  return Buffer.concat(
    fields.map(([value, length]) => {
      const bytes = Buffer.alloc(length);
      bytes.writeUIntLE(value, 0, length);
      return bytes;
    }),
  );
}
