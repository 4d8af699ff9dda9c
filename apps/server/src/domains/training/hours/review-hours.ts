import { hoursReview } from '@officina/contracts/checkin-inputs';
import { apprentices, learners } from '@officina/db/schema/training';
import { progressEntries } from '@officina/db/schema/training-hours';
import { shops } from '@officina/db/schema/training-places';
import { and, asc, eq, inArray } from 'drizzle-orm';
import { may, requireUser } from '../../../kernel/authorize.ts';
import { toDate } from '../../../kernel/clock.ts';
import type { WriteCtx } from '../../../kernel/context.ts';
import { AppError, notFound } from '../../../kernel/errors.ts';
import { write } from '../../../kernel/operation.ts';
import { recomputeWeeks } from './recompute-week.ts';

/** The entries among these that the caller may judge, held until the transaction ends. */
async function lockEntries(ctx: WriteCtx, ids: readonly string[]) {
  const { id: userId } = requireUser(ctx.actor);
  const all = may(ctx.actor, 'training.read');
  const tx = await ctx.tx();
  const { id: tenantId } = ctx.tenant;
  return tx
    .select({ entry: progressEntries, contactId: learners.contactId })
    .from(progressEntries)
    .innerJoin(
      apprentices,
      and(
        eq(apprentices.tenantId, progressEntries.tenantId),
        eq(apprentices.id, progressEntries.apprenticeId),
      ),
    )
    .innerJoin(shops, and(eq(shops.tenantId, progressEntries.tenantId), eq(shops.id, progressEntries.shopId)))
    .leftJoin(learners, and(eq(learners.tenantId, tenantId), eq(learners.userId, apprentices.userId)))
    .where(
      and(
        eq(progressEntries.tenantId, tenantId),
        eq(apprentices.tenantId, tenantId),
        eq(shops.tenantId, tenantId),
        inArray(progressEntries.id, [...ids]),
        all ? undefined : eq(shops.ownerUserId, userId),
      ),
    )
    .orderBy(asc(progressEntries.apprenticeId), asc(progressEntries.id))
    .for('update', { of: progressEntries });
}

/** The shop, or staff, confirm closed hours or dispute them: disputed ones do not count until they are confirmed. */
export const reviewHours = write({
  name: 'training.reviewHours',
  permission: 'training.shop',
  input: hoursReview,
  async run(ctx, { entryIds, decision, note = null }): Promise<{ reviewed: number }> {
    const { id: verifiedBy } = requireUser(ctx.actor);
    const wanted = [...new Set(entryIds)];
    const rows = await lockEntries(ctx, wanted);
    if (rows.length < wanted.length) throw notFound('Entry');
    if (rows.some(({ entry }) => !entry.clockOutAt))
      throw new AppError('CONFLICT', 'A shift that is still open cannot be reviewed');
    const tx = await ctx.tx();
    const disputeNote = decision === 'disputed' ? note : null;
    for (const { entry, contactId } of rows) {
      await tx
        .update(progressEntries)
        .set({ status: decision, disputeNote, verifiedBy, verifiedAt: toDate(ctx.now) })
        .where(and(eq(progressEntries.tenantId, ctx.tenant.id), eq(progressEntries.id, entry.id)));
      ctx.record({
        verb: 'shift.reviewed',
        subject: { type: 'progress_entry', id: entry.id },
        contactId,
        before: { status: entry.status },
        after: { status: decision },
        reason: note,
      });
    }
    const weeks = new Map<string, string[]>();
    for (const { entry } of rows)
      weeks.set(entry.apprenticeId, [...(weeks.get(entry.apprenticeId) ?? []), entry.weekEnding]);
    for (const [apprenticeId, ofThem] of weeks) await recomputeWeeks(ctx, apprenticeId, ofThem);
    return { reviewed: rows.length };
  },
});
