import type { ActorKind } from './actors.ts';

/** One entry of the append-only record of who did what, as screens show it. */
export interface JournalEntryView {
  id: string;
  verb: string;
  /** `name` is empty for who is no person. */
  actor: { kind: ActorKind; id: string | null; name: string };
  subjectType: string;
  subjectId: string;
  before: unknown;
  after: unknown;
  reason: string | null;
  requestId: string;
  recordedAt: string;
  /** Its place in the hash chain; null until the sealing job has come by. */
  seq: number | null;
}
