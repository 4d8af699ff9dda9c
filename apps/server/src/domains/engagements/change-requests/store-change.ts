import { changeRequests } from '@officina/db/schema/engagement-work';
import { and, eq, sql } from 'drizzle-orm';
import { laterThan } from '../../../kernel/clock.ts';
import type { WriteCtx } from '../../../kernel/context.ts';
import { changesOf } from '../portal-print.ts';
import type { ChangeRow } from './change-row.ts';

type Facts = Omit<
  ChangeRow,
  'tenantId' | 'id' | 'orgId' | 'engagementId' | 'version' | 'createdAt' | 'updatedAt'
>;

/**
 * Writes what differs, if the row still stands where it was read, with its journal entry. Null when nothing differs:
 * then nothing is written.
 */
export async function storeChange(
  ctx: WriteCtx,
  row: ChangeRow,
  next: Partial<{ [K in keyof Facts]: Facts[K] | undefined }>,
  verb: 'updated' | 'decided' | 'implemented',
): Promise<ChangeRow | null> {
  const changes = changesOf(row, next);
  if (!changes) return null;
  const tx = await ctx.tx();
  const [stored] = await tx
    .update(changeRequests)
    .set({ ...changes.after, version: sql`version + 1`, updatedAt: laterThan(row.updatedAt, ctx.now) })
    .where(
      and(
        eq(changeRequests.tenantId, ctx.tenant.id),
        eq(changeRequests.id, row.id),
        eq(changeRequests.status, row.status),
      ),
    )
    .returning();
  if (!stored) throw new Error('a locked change request moved');
  ctx.record({
    verb: `change_request.${verb}`,
    subject: { type: 'change_request', id: row.id },
    contactId: row.orgId,
    engagementId: row.engagementId,
    ...changes,
  });
  return stored;
}
