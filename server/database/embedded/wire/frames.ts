/** MongoDB's own bound on one message. */
export const MAX_FRAME_BYTES = 48_000_000;
const HEADER_BYTES = 16;

/** A frame or message that breaks the protocol: its connection is closed, the others go on. */
export class MalformedFrame extends Error {
  override readonly name = 'MalformedFrame';
}

/** Cuts the byte stream of one connection into wire-protocol messages, holding no more than one unfinished message. */
export class FrameSplitter {
  private chunks: Buffer[] = [];
  private held = 0;
  private needed = HEADER_BYTES;

  /** Answers the messages that are complete with this chunk. @throws MalformedFrame on an impossible length */
  push(chunk: Buffer): Buffer[] {
    this.chunks.push(chunk);
    this.held += chunk.length;
    const frames: Buffer[] = [];
    while (this.held >= this.needed) {
      let bytes = this.join();
      const length = bytes.readInt32LE(0);
      if (length < HEADER_BYTES || length > MAX_FRAME_BYTES) throw new MalformedFrame(`a message of ${length} bytes`);
      if (bytes.length >= length) {
        frames.push(bytes.subarray(0, length));
        bytes = bytes.subarray(length);
        this.chunks = bytes.length > 0 ? [bytes] : [];
        this.held = bytes.length;
        this.needed = HEADER_BYTES;
      } else this.needed = length;
    }
    return frames;
  }

  private join(): Buffer {
    const only = this.chunks[0];
    const bytes = this.chunks.length === 1 && only !== undefined ? only : Buffer.concat(this.chunks, this.held);
    this.chunks = [bytes];
    return bytes;
  }
}
