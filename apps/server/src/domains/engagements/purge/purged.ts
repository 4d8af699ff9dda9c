import type { Counts } from './remains.ts';

/** What is noted of a record that was deleted for good. */
export interface Purged {
  orgId: string | null;
  engagementId: string | null;
  /** The row as it was. */
  snapshot: object;
  counts: Counts;
}
