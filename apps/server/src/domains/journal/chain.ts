import { createHash } from 'node:crypto';

/** The columns of an entry that its content hash covers. */
export type SealedContent = {
  tenant_id: string;
  id: string;
  recorded_at: string;
  actor_kind: string;
  actor_id: string | null;
  verb: string;
  subject_type: string;
  subject_id: string;
  contact_id: string | null;
  engagement_id?: string | null;
  before: unknown;
  after: unknown;
  reason: string | null;
  request_id: string;
};

/** Keys sorted at every level, so that the hash does not depend on how jsonb happens to order them. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (value === null || typeof value !== 'object') return value;
  const sorted = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(sorted.map(([key, child]) => [key, canonical(child)]));
}

/** SHA-256 of what an entry says. */
export function contentHash(entry: SealedContent): Buffer {
  const { tenant_id, id, recorded_at, actor_kind, actor_id, verb, subject_type, subject_id, contact_id } =
    entry;
  const facts = [
    tenant_id,
    id,
    new Date(recorded_at).toISOString(),
    actor_kind,
    actor_id,
    verb,
    subject_type,
    subject_id,
    contact_id,
  ];
  // Absent from entries without one, as it was before there were any: older chains hold.
  if (entry.engagement_id) facts.push(entry.engagement_id);
  const said = [entry.reason, entry.request_id, canonical(entry.before), canonical(entry.after)];
  return createHash('sha256')
    .update(JSON.stringify([...facts, ...said]))
    .digest();
}

/** The first link of every chain. */
export const GENESIS: Buffer = Buffer.alloc(32);

/** SHA-256 over the link before, the place and the content: changing, removing or swapping any entry breaks it. */
export function linkHash(previous: Buffer, seq: number, content: Buffer): Buffer {
  return createHash('sha256').update(previous).update(String(seq)).update(content).digest();
}
