/** The text of a file; or the encoding that it seems to be in, so that the person knows how to save it again. */
export type DecodedText = { text: string } | { encoding: 'UTF-16' | 'UTF-32' | 'Windows-1251' };

const WIDE_MARKS: [mark: number[], encoding: 'UTF-16' | 'UTF-32'][] = [
  [[0xff, 0xfe, 0, 0], 'UTF-32'],
  [[0, 0, 0xfe, 0xff], 'UTF-32'],
  [[0xff, 0xfe], 'UTF-16'],
  [[0xfe, 0xff], 'UTF-16'],
];

/** Reads UTF-8, with or without a byte order mark. */
export function textOfBytes(bytes: Uint8Array): DecodedText {
  const marked = WIDE_MARKS.find(([mark]) => mark.every((byte, at) => bytes[at] === byte));
  if (marked) return { encoding: marked[1] };
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    // Latin letters in UTF-16 without its mark are valid UTF-8 full of zero bytes.
    return text.includes('\0') ? { encoding: 'UTF-16' } : { text };
  } catch {
    return { encoding: 'Windows-1251' };
  }
}
