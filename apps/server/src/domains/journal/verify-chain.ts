import type { Db } from '@officina/db/client';
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

type Row = SealedContent & { seq: string; content_hash: Buffer; link_hash: Buffer; erased_at: string | null };
const BATCH = 1000;

function faultOf(row: Row, expectedSeq: number, previous: Buffer): string | null {
  if (Number(row.seq) !== expectedSeq) return `entry ${expectedSeq} is missing`;
  if (!row.erased_at && !contentHash(row).equals(row.content_hash)) return 'its content was changed';
  if (!linkHash(previous, expectedSeq, row.content_hash).equals(row.link_hash))
    return 'it does not link to the entry before';
  return null;
}

async function headFault(db: Db, tenantId: string, seq: number, link: Buffer): Promise<string | null> {
  const [head] = await db.execute<{ last_seq: string; last_hash: Buffer }>(
    sql`select last_seq, last_hash from journal_chains where tenant_id = ${tenantId}`,
  );
  if (!head) return seq === 0 ? null : 'the head of the chain is missing';
  if (Number(head.last_seq) !== seq)
    return `entries after ${seq} were removed (the chain says ${head.last_seq})`;
  return head.last_hash.equals(link) ? null : 'the head of the chain was changed';
}

/** Recomputes one tenant's chain from its first entry to its head. */
export async function verifyChain(db: Db, tenantId: string): Promise<ChainReport> {
  const report: ChainReport = { tenantId, verified: 0, erased: 0, unsealed: 0, broken: null };
  let link: Buffer = GENESIS;
  for (let rows: Row[] = []; ; ) {
    rows = [
      ...(await db.execute<Row>(sql`select seq, tenant_id, id, recorded_at, actor_kind, actor_id, verb, subject_type,
        subject_id, contact_id, before, after, reason, request_id, content_hash, link_hash, erased_at
        from journal_entries where tenant_id = ${tenantId} and seq > ${report.verified} order by seq limit ${BATCH}`)),
    ];
    for (const row of rows) {
      const reason = faultOf(row, report.verified + 1, link);
      if (reason) return { ...report, broken: { seq: report.verified + 1, id: row.id, reason } };
      link = row.link_hash;
      report.verified += 1;
      if (row.erased_at) report.erased += 1;
    }
    if (rows.length < BATCH) break;
  }
  const reason = await headFault(db, tenantId, report.verified, link);
  if (reason) report.broken = { seq: report.verified + 1, id: null, reason };
  const [tail] = await db.execute<{ count: string }>(
    sql`select count(*) from journal_entries where tenant_id = ${tenantId} and seq is null`,
  );
  return { ...report, unsealed: Number(tail?.count ?? 0) };
}
