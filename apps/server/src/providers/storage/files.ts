import { Disk } from 'flydrive';
import { FSDriver } from 'flydrive/drivers/fs';
import type { StoragePort } from './port.ts';

/** Files in a folder of this machine; several processes need a shared folder or an object store. */
export function fileStorage(folder: string): StoragePort {
  const disk = new Disk(new FSDriver({ location: folder, visibility: 'private' }));
  return {
    put: (key, bytes, contentType) => disk.put(key, bytes, { contentType }),
    get: async (key) => Buffer.from(await disk.getBytes(key)),
    delete: (key) => disk.delete(key),
  };
}
