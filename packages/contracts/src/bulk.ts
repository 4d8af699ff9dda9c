import type { ErrorCode } from './errors.ts';

/** The rows that one request of a bulk action brings at most. */
export const BULK_CHUNK = 100;

/** The rows that a bulk action over a whole filter takes at most. */
export const BULK_MOST = 10_000;

/** What became of one row of a bulk action. */
export interface RowResult {
  id: string;
  ok: boolean;
  /** Why it was refused. */
  error: { code: ErrorCode; message: string; details?: unknown } | null;
  /** False where nothing was left to do. */
  changed: boolean;
  /** The fields that changed as they were, for taking it back. */
  before: Record<string, unknown> | null;
  /** The record's version now, so that taking it back does not overwrite what others did since. */
  version: number | null;
}

/** One result per row asked, in the order asked. */
export interface BulkResult {
  results: RowResult[];
  succeeded: number;
  failed: number;
}

/** The records of a filter at one moment; `more` says that the filter has others beyond the limit. */
export interface Matches {
  items: { id: string; name: string }[];
  more: boolean;
}
