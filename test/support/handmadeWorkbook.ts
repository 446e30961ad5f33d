import { constants, crc32, deflateRawSync } from 'node:zlib';
import { storedArchive } from '../../server/design/exchange/workbook/storedArchive.js';

const NAMES = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const RELATIONS =
  '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>';
const BOOK = `<workbook ${NAMES} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="survey" sheetId="1" r:id="r1"/></sheets></workbook>`;

/** A workbook with one sheet, as hand-made as a hostile one is. */
export function workbookOf(sheet: string | Buffer, more: Record<string, string> = {}): Buffer {
  const parts = { 'xl/workbook.xml': BOOK, 'xl/_rels/workbook.xml.rels': RELATIONS, 'xl/worksheets/sheet1.xml': sheet, ...more };
  return Buffer.from(storedArchive(new Map(Object.entries(parts).map(([path, text]) => [path, Buffer.from(text)]))));
}

export const sheetOf = (rows: string): string => `<worksheet ${NAMES}><sheetData>${rows}</sheetData></worksheet>`;
export const textCell = (cell: string, text: string): string => `<c r="${cell}" t="inlineStr"><is><t>${text}</t></is></c>`;

/** An archive of one deflated part that may lie about its size. */
export function deflated(path: string, content: Buffer, declaredBytes = content.length): Buffer {
  return archiveOf(path, { packed: deflateRawSync(content, { level: 9 }), crc: crc32(content), declaredBytes });
}

/** An archive of one part that unpacks to a gigabyte of blanks and more, made without ever holding them. */
export function zipBomb(path: string): Buffer {
  const [pieceBytes, pieces] = [10_000_000, 110];
  const piece = deflateRawSync(Buffer.alloc(pieceBytes, ' '), { level: 9, finishFlush: constants.Z_FULL_FLUSH });
  const packed = Buffer.concat([...Array.from({ length: pieces }, () => piece), deflateRawSync(Buffer.alloc(0))]);
  return archiveOf(path, { packed, crc: 0, declaredBytes: pieceBytes * pieces });
}

interface Part {
  packed: Buffer;
  crc: number;
  declaredBytes: number;
}

function archiveOf(path: string, { packed, crc, declaredBytes }: Part): Buffer {
  const name = Buffer.from(path);
  const head = Buffer.alloc(26);
  head.writeUInt16LE(20, 0);
  head.writeUInt16LE(8, 4);
  head.writeUInt16LE(0x21, 8);
  head.writeUInt32LE(crc, 10);
  head.writeUInt32LE(packed.length, 14);
  head.writeUInt32LE(declaredBytes, 18);
  head.writeUInt16LE(name.length, 22);
  const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), head, name, packed]);
  const central = Buffer.concat([Buffer.from('PK\x01\x02', 'latin1'), Buffer.from([20, 0]), head, Buffer.alloc(14), name]);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, central, end]);
}
