import { engagements } from '@officina/db/schema/engagements';
import { and, eq, sql } from 'drizzle-orm';
import { laterThan } from '../../kernel/clock.ts';
import type { WriteCtx } from '../../kernel/context.ts';
import type { EngagementRow } from './load-engagement.ts';
import { changesOf } from './portal-print.ts';

/** Writes what differs of a held engagement, with its journal entry; null when nothing does. */
export async function storeEngagement(
  ctx: WriteCtx,
  row: EngagementRow,
  next: Parameters<typeof changesOf<EngagementRow>>[1],
  verb: 'updated' | 'billing_updated',
): Promise<EngagementRow | null> {
  const changes = changesOf(row, next);
  if (!changes) return null;
  const tx = await ctx.tx();
  const [stored] = await tx
    .update(engagements)
    .set({ ...changes.after, version: sql`version + 1`, updatedAt: laterThan(row.updatedAt, ctx.now) })
    .where(and(eq(engagements.tenantId, ctx.tenant.id), eq(engagements.id, row.id)))
    .returning();
  if (!stored) throw new Error('a held engagement is gone');
  ctx.record({
    verb: `engagement.${verb}`,
    subject: { type: 'engagement', id: row.id },
    contactId: row.orgId,
    engagementId: row.id,
    ...changes,
  });
  return stored;
}
