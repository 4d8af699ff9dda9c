import { once } from 'node:events';
import { Disk } from 'flydrive';
import { FSDriver } from 'flydrive/drivers/fs';
import { diskStorage } from './disk.ts';
import type { StoragePort } from './port.ts';

/** Files in a folder of this machine; several processes need a shared folder or an object store. */
export function fileStorage(folder: string): StoragePort {
  const disk = new Disk(new FSDriver({ location: folder, visibility: 'private' }));
  return diskStorage(disk, async (key) => {
    const stream = await disk.getStream(key);
    try {
      await once(stream, 'ready');
      return stream;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    }
  });
}
