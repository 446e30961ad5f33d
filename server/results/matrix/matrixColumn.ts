/** How the numbers of a column are stored: little-endian, without a header. */
export type ColumnType = 'int16' | 'int32' | 'float64' | 'uint8';

/** What a column says about a respondent: an answer or derived value, a membership, a doubt, or a fact of the interview. */
export type ColumnGroup = 'items' | 'populations' | 'flags' | 'facts';

export type ColumnData = Int16Array | Int32Array | Float64Array | Uint8Array;

export interface MatrixColumn {
  group: ColumnGroup;
  id: string;
  type: ColumnType;
  data: ColumnData;
}

const BYTES: Readonly<Record<ColumnType, number>> = { int16: 2, int32: 4, float64: 8, uint8: 1 };

export function emptyData(type: ColumnType, rows: number): ColumnData {
  switch (type) {
    case 'int16':
      return new Int16Array(rows);
    case 'int32':
      return new Int32Array(rows);
    case 'float64':
      return new Float64Array(rows);
    case 'uint8':
      return new Uint8Array(rows);
  }
}

/** The stored form of a column, the same on every machine. */
export function bytesOf({ type, data }: Pick<MatrixColumn, 'type' | 'data'>): Buffer {
  const bytes = Buffer.alloc(data.length * BYTES[type]);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (const [row, value] of data.entries()) {
    if (type === 'int16') view.setInt16(row * 2, value, true);
    else if (type === 'int32') view.setInt32(row * 4, value, true);
    else if (type === 'float64') view.setFloat64(row * 8, value, true);
    else view.setUint8(row, value);
  }
  return bytes;
}

/** @throws RangeError when the bytes do not make the expected number of rows */
export function dataFrom(type: ColumnType, bytes: Uint8Array, rows: number): ColumnData {
  if (bytes.length !== rows * BYTES[type]) throw new RangeError(`a ${type} column of ${rows} rows has ${bytes.length} bytes`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const data = emptyData(type, rows);
  for (let row = 0; row < rows; row += 1) {
    if (type === 'int16') data[row] = view.getInt16(row * 2, true);
    else if (type === 'int32') data[row] = view.getInt32(row * 4, true);
    else if (type === 'float64') data[row] = view.getFloat64(row * 8, true);
    else data[row] = view.getUint8(row);
  }
  return data;
}
