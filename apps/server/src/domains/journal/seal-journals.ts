import type { Db, Tx } from '@officina/db/client';
import { journalChains } from '@officina/db/schema/journal';
import { eq, sql } from 'drizzle-orm';
import type { Ctx } from '../../kernel/context.ts';
import { crossTenant } from '../../kernel/statement.ts';
import { contentHash, GENESIS, linkHash, type SealedContent } from './chain.ts';

const BATCH = 1000;

/** Tenants with entries that no link covers yet. */
async function tenantsToSeal(ctx: Ctx): Promise<string[]> {
  const rows = await ctx.db.execute<{ tenant_id: string }>(sql`
    select t.id as tenant_id from tenants t left join journal_chains c on c.tenant_id = t.id
    where ${crossTenant('the sealing job goes through all tenants')} and exists (
      select from journal_entries e where e.tenant_id = t.id
        and (e.xid, e.id) > (coalesce(c.last_xid, 0), coalesce(c.last_id::uuid, '00000000-0000-0000-0000-000000000000')))`);
  return rows.map((row) => row.tenant_id);
}

/**
 * Links the next entries of one tenant, in the order of their transactions. Only transactions older than every
 * running one are taken, so that nothing can later appear before a sealed entry. Returns how many were sealed.
 */
async function sealBatch(tx: Tx, tenantId: string): Promise<number> {
  await tx
    .insert(journalChains)
    .values({
      tenantId,
      lastSeq: 0,
      lastXid: 0n,
      lastId: '00000000-0000-0000-0000-000000000000',
      lastHash: GENESIS,
    })
    .onConflictDoNothing();
  const [head] = await tx
    .select()
    .from(journalChains)
    .where(eq(journalChains.tenantId, tenantId))
    .for('update');
  if (!head) return 0;
  const entries = await tx.execute<SealedContent & { xid: string }>(sql`
    select xid::text as xid, tenant_id, id, recorded_at, actor_kind, actor_id, verb, subject_type, subject_id,
      contact_id, engagement_id, before, after, reason, request_id
    from journal_entries
    where tenant_id = ${tenantId} and (xid, id) > (${String(head.lastXid)}::bigint, ${head.lastId}::uuid)
      and xid < (pg_snapshot_xmin(pg_current_snapshot())::text)::bigint
    order by xid, id limit ${BATCH}`);
  if (!entries.length) return 0;
  let { lastSeq: seq, lastHash: link } = head;
  const sealed = entries.map((entry) => {
    const content = contentHash(entry);
    seq += 1;
    link = linkHash(link, seq, content);
    return {
      xid: entry.xid,
      id: entry.id,
      seq,
      content: content.toString('hex'),
      link: link.toString('hex'),
    };
  });
  await tx.execute(sql`
    update journal_entries e set seq = s.seq, content_hash = decode(s.content, 'hex'), link_hash = decode(s.link, 'hex')
    from jsonb_to_recordset(${JSON.stringify(sealed)}::text::jsonb) as s(xid bigint, id uuid, seq bigint, content text, link text)
    where e.tenant_id = ${tenantId} and (e.xid, e.id) = (s.xid, s.id)`);
  const last = entries.at(-1);
  await tx
    .update(journalChains)
    .set({ lastSeq: seq, lastXid: BigInt(last?.xid ?? 0), lastId: last?.id ?? head.lastId, lastHash: link })
    .where(eq(journalChains.tenantId, tenantId));
  return entries.length;
}

/** Seals the new entries of one tenant. */
export async function sealJournal(db: Db, tenantId: string): Promise<void> {
  let sealed: number;
  do {
    sealed = await db.transaction((tx) => sealBatch(tx, tenantId));
  } while (sealed === BATCH);
}

/** Seals every tenant's new entries; safe to run in several processes at once (the chain's head row is locked). */
export async function sealJournals(ctx: Ctx): Promise<void> {
  for (const tenantId of await tenantsToSeal(ctx)) await sealJournal(ctx.services.client.db, tenantId);
}
