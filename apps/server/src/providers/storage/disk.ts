import { Readable } from 'node:stream';
import type { Disk } from 'flydrive';
import type { StoragePort } from './port.ts';

/** The storage port over a flydrive disk; `open` answers null for a key under which there is nothing. */
export function diskStorage(disk: Disk, open: (key: string) => Promise<Readable | null>): StoragePort {
  return {
    async put(key, content, { contentType, size }) {
      const stream = Buffer.isBuffer(content) ? Readable.from([content]) : content;
      // The write below reports it; without a listener of its own a stream's error would end the process.
      stream.on('error', () => {});
      try {
        await disk.putStream(key, stream, { contentType, contentLength: size });
      } catch (error) {
        stream.destroy();
        await disk.delete(key).catch(() => {});
        throw error;
      }
    },
    read: open,
    delete: (key) => disk.delete(key),
  };
}
