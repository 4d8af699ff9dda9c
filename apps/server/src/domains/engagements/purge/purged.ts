import type { Counts } from './remains.ts';

/** What is noted of a record that was deleted for good. */
export interface Purged {
  orgId: string | null;
  engagementId: string | null;
  /** What it was called; null of what has no name. */
  title: string | null;
  /** The row as it was. */
  snapshot: object;
  counts: Counts;
}
