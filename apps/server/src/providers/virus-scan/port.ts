import type { Readable } from 'node:stream';

export type ScanVerdict =
  | { verdict: 'clean' }
  | { verdict: 'infected'; signature: string }
  /** Nobody looked: no scanner is set up. */
  | { verdict: 'not_scanned' };

/** Looks for malware in uploads. Rejects when the scanner cannot be asked: nothing is then taken in unseen. */
export interface VirusScanPort {
  scan(content: Readable): Promise<ScanVerdict>;
}
