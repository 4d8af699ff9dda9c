import type { FileHandle } from 'node:fs/promises';

/** Content of which any stretch can be read without holding the rest. */
export interface ByteSource {
  size: number;
  /** The bytes from `position` on, fewer than asked where the content ends. */
  at(position: number, length: number): Promise<Buffer>;
}

export const bytesOf = (content: Buffer): ByteSource => ({
  size: content.length,
  at: async (position, length) => content.subarray(position, position + length),
});

export const bytesOfFile = (handle: FileHandle, size: number): ByteSource => ({
  size,
  async at(position, length) {
    const wanted = Math.max(0, Math.min(length, size - position));
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(wanted), 0, wanted, position);
    return buffer.subarray(0, bytesRead);
  },
});

const PIECE = 64 * 1024;

/** The content between two positions, piece by piece. */
export async function* stretch(source: ByteSource, from: number, to: number): AsyncGenerator<Buffer> {
  for (let at = from; at < to; at += PIECE) yield await source.at(at, Math.min(PIECE, to - at));
}
