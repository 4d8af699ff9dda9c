/** Keeps bytes under opaque keys. Keys are ours: letters, digits, dashes and slashes. */
export interface StoragePort {
  put(key: string, bytes: Buffer, contentType: string): Promise<void>;
  /** Throws when there is nothing under the key. */
  get(key: string): Promise<Buffer>;
  delete(key: string): Promise<void>;
}
