import { journalEntries } from '@officina/db/schema/journal';
import { and, desc, eq, isNull } from 'drizzle-orm';
import type { WriteCtx } from '../../../kernel/context.ts';

const MOST = 500;

/** The newest entries of the journal that concern an engagement, as the portal's contract spells them. */
export async function auditOf(ctx: WriteCtx, engagementId: string) {
  const tx = await ctx.tx();
  const rows = await tx
    .select()
    .from(journalEntries)
    .where(
      and(
        eq(journalEntries.tenantId, ctx.tenant.id),
        eq(journalEntries.engagementId, engagementId),
        isNull(journalEntries.redactedAt),
      ),
    )
    .orderBy(desc(journalEntries.recordedAt), desc(journalEntries.id))
    .limit(MOST);
  return rows.map(({ before, after, reason, ...entry }) => ({
    id: entry.id,
    action: entry.verb.replaceAll('.', '_'),
    resourceType: entry.subjectType,
    resourceId: entry.subjectId,
    userId: entry.actorId,
    meta: { before, after, reason },
    createdAt: entry.recordedAt.toISOString(),
  }));
}
