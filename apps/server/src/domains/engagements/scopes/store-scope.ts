import { scopeProposals } from '@officina/db/schema/engagement-work';
import { and, eq, sql } from 'drizzle-orm';
import { laterThan } from '../../../kernel/clock.ts';
import type { WriteCtx } from '../../../kernel/context.ts';
import { changesOf } from '../portal-print.ts';
import type { ScopeRow } from './scope-row.ts';

/** Writes what differs of a held scope, if it still stands where it was read, with its journal entry. */
export async function storeScope(
  ctx: WriteCtx,
  row: ScopeRow,
  next: Parameters<typeof changesOf<ScopeRow>>[1],
  verb: 'updated' | 'sent' | 'approved' | 'rejected' | 'revised',
): Promise<void> {
  const changes = changesOf(row, next);
  if (!changes) return;
  const tx = await ctx.tx();
  const [stored] = await tx
    .update(scopeProposals)
    .set({ ...changes.after, version: sql`version + 1`, updatedAt: laterThan(row.updatedAt, ctx.now) })
    .where(
      and(
        eq(scopeProposals.tenantId, ctx.tenant.id),
        eq(scopeProposals.id, row.id),
        eq(scopeProposals.status, row.status),
      ),
    )
    .returning({ id: scopeProposals.id });
  if (!stored) throw new Error('a held scope moved');
  ctx.record({
    verb: `scope.${verb}`,
    subject: { type: 'scope', id: row.id },
    contactId: row.orgId,
    engagementId: row.engagementId,
    ...changes,
  });
}
