/** One entry of the append-only record of who did what, as screens show it. */
export interface JournalEntryView {
  id: string;
  verb: string;
  actor: { kind: string; id: string | null; name: string };
  subjectType: string;
  subjectId: string;
  before: unknown;
  after: unknown;
  reason: string | null;
  requestId: string;
  recordedAt: string;
}
