import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { cleanFilename } from '@officina/contracts/filename';
import { z } from 'zod';

export interface ReceivedFacts {
  /** As the sender called it. */
  filename: string;
  /** As the sender claims; nothing is decided by it alone. */
  claimedType: string;
  size: number;
  /** Hex. */
  sha256: string;
  /** It went on beyond the limit and was not kept. */
  tooLarge: boolean;
  path: string;
}

/**
 * A file that came with a request and waits on this machine's disk until the operation has looked at it. It is gone
 * once the request has been answered. An instance can come from a door only, never from JSON.
 */
export class ReceivedFile {
  readonly filename: string;
  readonly claimedType: string;
  readonly size: number;
  readonly sha256: string;
  readonly tooLarge: boolean;
  readonly path: string;

  constructor(facts: ReceivedFacts) {
    this.filename = cleanFilename(facts.filename);
    this.claimedType = facts.claimedType.toLowerCase();
    this.size = facts.size;
    this.sha256 = facts.sha256;
    this.tooLarge = facts.tooLarge;
    this.path = facts.path;
  }

  open(): Readable {
    return createReadStream(this.path);
  }
}

/** What a multipart form may hold. */
export interface FormLimits {
  /** Name of the one part that is a file. */
  file: string;
  maxBytes: number;
}

/** A multipart form that has been read. */
export interface Form {
  /** Text fields; of one given several times, the first. */
  fields: Record<string, string>;
  file: ReceivedFile | null;
  /** Removes the file from this machine's disk. */
  discard(): Promise<void>;
}

/** The field of an operation's input that takes an uploaded file. */
export const receivedFile = z.instanceof(ReceivedFile, { error: 'Required' });
