import { editEvents } from '@officina/db/schema/engagement-work';
import { journalEntries } from '@officina/db/schema/journal';
import { notifications } from '@officina/db/schema/messaging';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { toDate } from '../../../kernel/clock.ts';
import type { WriteCtx } from '../../../kernel/context.ts';
import { AppError } from '../../../kernel/errors.ts';
import { isUuid } from '../../../kernel/ids.ts';
import type { Purged } from './purged.ts';
import { type Counts, dropEdits } from './remains.ts';

export async function purgeEdit(ctx: WriteCtx, id: string): Promise<Purged> {
  const tx = await ctx.tx();
  const own = and(eq(editEvents.tenantId, ctx.tenant.id), eq(editEvents.id, id));
  const [row] = isUuid(id) ? await tx.select().from(editEvents).where(own).for('update') : [];
  if (!row) throw new AppError('NOT_FOUND');
  const counts: Counts = {};
  await dropEdits(ctx, [row.id], counts);
  return { orgId: row.orgId, engagementId: row.engagementId, title: null, snapshot: row, counts };
}

export async function purgeNotification(ctx: WriteCtx, id: string): Promise<Purged> {
  const tx = await ctx.tx();
  const own = and(eq(notifications.tenantId, ctx.tenant.id), eq(notifications.id, id));
  const [row] = isUuid(id) ? await tx.delete(notifications).where(own).returning() : [];
  if (!row) throw new AppError('NOT_FOUND');
  return { orgId: null, engagementId: null, title: null, snapshot: row, counts: { notifications: 1 } };
}

/** No record of a deletion is deleted. */
const PROTECTED = ['record.purged', 'journal.redacted'];

/**
 * Blanks an entry of the journal and leaves it out of every reading. Its place and the hash of what it said stay, so
 * that the chain still verifies.
 */
export async function redactEntry(ctx: WriteCtx, id: string): Promise<Purged> {
  const tx = await ctx.tx();
  const own = and(eq(journalEntries.tenantId, ctx.tenant.id), eq(journalEntries.id, id));
  const [entry] = isUuid(id)
    ? await tx
        .select()
        .from(journalEntries)
        .where(and(own, isNull(journalEntries.redactedAt)))
        .for('update')
    : [];
  if (!entry) throw new AppError('NOT_FOUND');
  if (PROTECTED.includes(entry.verb)) throw new AppError('BAD_REQUEST', 'Entry is protected');
  const now = toDate(ctx.now);
  await tx
    .update(journalEntries)
    .set({
      before: null,
      after: null,
      reason: null,
      erasedAt: sql`coalesce(erased_at, ${now.toISOString()}::timestamptz)`,
      redactedAt: now,
    })
    .where(own);
  const { contactId: orgId, engagementId, verb, subjectType, subjectId } = entry;
  return { orgId, engagementId, title: null, snapshot: { verb, subjectType, subjectId }, counts: {} };
}
