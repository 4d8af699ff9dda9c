import type { Readable } from 'node:stream';

export interface StoredFacts {
  contentType: string;
  /** Bytes; object stores want to know it before the first one. */
  size: number;
}

/** Keeps bytes under opaque keys. Keys are ours: letters, digits, dashes and slashes. */
export interface StoragePort {
  /** Rejects when the content breaks off; nothing is then left under the key. */
  put(key: string, content: Buffer | Readable, facts: StoredFacts): Promise<void>;
  /** The content from its beginning, or null when there is nothing under the key. An unread stream must be destroyed. */
  read(key: string): Promise<Readable | null>;
  /** Fine, too, when there is nothing. */
  delete(key: string): Promise<void>;
}
