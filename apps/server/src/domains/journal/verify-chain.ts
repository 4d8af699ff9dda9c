import type { Db, Tx } from '@officina/db/client';
import { sql } from 'drizzle-orm';
import { contentHash, GENESIS, linkHash, type SealedContent } from './chain.ts';

export interface ChainReport {
  tenantId: string;
  /** Entries whose link was recomputed and holds. */
  verified: number;
  /** Entries of erased persons: their link holds, their content is gone. */
  erased: number;
  /** Entries that no link covers yet. */
  unsealed: number;
  /** The first entry that does not hold, and why; null when the chain is whole. */
  broken: { seq: number; id: string | null; reason: string } | null;
}

type Row = SealedContent & {
  seq: string;
  content_hash: Buffer | null;
  link_hash: Buffer | null;
  erased_at: string | null;
};
const BATCH = 1000;

const isBlank = ({ before, after, reason }: Row): boolean =>
  before === null && after === null && reason === null;

function faultOf(row: Row, expectedSeq: number, previous: Buffer): string | null {
  if (Number(row.seq) !== expectedSeq) return `entry ${expectedSeq} is missing`;
  const { content_hash: content, link_hash: link } = row;
  if (!content || !link) return 'its seal was removed';
  if (row.erased_at) {
    if (!isBlank(row)) return 'it is marked as erased but says something';
  } else if (!contentHash(row).equals(content)) return 'its content was changed';
  return linkHash(previous, expectedSeq, content).equals(link)
    ? null
    : 'it does not link to the entry before';
}

async function headFault(tx: Tx, tenantId: string, seq: number, link: Buffer): Promise<string | null> {
  const [head] = await tx.execute<{ last_seq: string; last_hash: Buffer }>(
    sql`select last_seq, last_hash from journal_chains where tenant_id = ${tenantId}`,
  );
  if (!head) return seq === 0 ? null : 'the head of the chain is missing';
  if (Number(head.last_seq) !== seq)
    return `entries after ${seq} were removed (the chain says ${head.last_seq})`;
  return head.last_hash.equals(link) ? null : 'the head of the chain was changed';
}

async function verify(tx: Tx, tenantId: string): Promise<ChainReport> {
  const report: ChainReport = { tenantId, verified: 0, erased: 0, unsealed: 0, broken: null };
  const [tail] = await tx.execute<{ count: string }>(
    sql`select count(*) from journal_entries where tenant_id = ${tenantId} and seq is null`,
  );
  report.unsealed = Number(tail?.count ?? 0);
  let link: Buffer = GENESIS;
  for (let rows: Row[] = []; ; ) {
    rows = [
      ...(await tx.execute<Row>(sql`select seq, tenant_id, id, recorded_at, actor_kind, actor_id, verb, subject_type,
        subject_id, contact_id, engagement_id, before, after, reason, request_id, content_hash, link_hash, erased_at
        from journal_entries where tenant_id = ${tenantId} and seq > ${report.verified} order by seq limit ${BATCH}`)),
    ];
    for (const row of rows) {
      const seq = report.verified + 1;
      const reason = faultOf(row, seq, link);
      if (reason) return { ...report, broken: { seq, id: row.id, reason } };
      link = row.link_hash ?? link;
      report.verified = seq;
      if (row.erased_at) report.erased += 1;
    }
    if (rows.length < BATCH) break;
  }
  const reason = await headFault(tx, tenantId, report.verified, link);
  return reason ? { ...report, broken: { seq: report.verified + 1, id: null, reason } } : report;
}

/** Recomputes one tenant's chain from its first entry to its head, as it stood at one moment. */
export function verifyChain(db: Db, tenantId: string): Promise<ChainReport> {
  return db.transaction((tx) => verify(tx, tenantId), {
    isolationLevel: 'repeatable read',
    accessMode: 'read only',
  });
}
