/** The text of a file, or the encoding that it seems to be in when that is not UTF-8. */
export type DecodedCsv = { text: string } | { encoding: 'UTF-16' | 'Windows-1251' };

/** Reads UTF-8 with or without a byte order mark; anything else is named so that the person knows how to save again. */
export function decodeCsv(bytes: Uint8Array): DecodedCsv {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return { encoding: 'UTF-16' };
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    // A file of Latin letters in UTF-16 without its mark is valid UTF-8 full of zero bytes.
    return text.includes('\0') ? { encoding: 'UTF-16' } : { text };
  } catch {
    return { encoding: 'Windows-1251' };
  }
}
