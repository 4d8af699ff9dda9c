import { LONGEST_OPEN_HOURS, OUTSIDE_MINUTES } from '@officina/contracts/timeclock';
import { apprentices } from '@officina/db/schema/training';
import { progressEntries } from '@officina/db/schema/training-hours';
import { and, eq, isNull, lte, or } from 'drizzle-orm';
import { z } from 'zod';
import { toDate } from '../../../kernel/clock.ts';
import type { Ctx } from '../../../kernel/context.ts';
import { write } from '../../../kernel/operation.ts';
import { lockStanding } from '../enforcement/standing.ts';
import { endOverdue } from '../hours/overdue-shift.ts';
import { openEntry } from '../timeclock/own-entries.ts';
import { inAcademies } from './academies.ts';

const limits = (ctx: Ctx) => ({
  left: toDate(ctx.now.subtract({ minutes: OUTSIDE_MINUTES })),
  forgotten: toDate(ctx.now.subtract({ hours: LONGEST_OPEN_HOURS })),
});

const closeOne = write({
  name: 'training.closeShift',
  permission: 'system',
  input: z.object({ apprenticeId: z.uuid(), userId: z.uuid(), programId: z.uuid() }),
  async run(ctx, { apprenticeId, userId, programId }): Promise<void> {
    const standing = await lockStanding(ctx, { userId, programId, strictly: true });
    // Read again now that the learner is held: they may have clocked out meanwhile.
    const entry = await openEntry(ctx, apprenticeId);
    if (entry) await endOverdue(ctx, entry, standing, toDate(ctx.now));
  },
});

/**
 * The task of every ten minutes: ends shifts of whoever has left the site, at the moment of leaving, and those that nobody
 * ended in ten hours, which are disputed until staff have looked at them.
 */
export const closeShifts = (ctx: Ctx): Promise<void> =>
  inAcademies(ctx, 'training.close-shifts', async (inside) => {
    const { left, forgotten } = limits(inside);
    const due = await inside.db
      .select({
        apprenticeId: apprentices.id,
        userId: apprentices.userId,
        programId: apprentices.programId,
      })
      .from(progressEntries)
      .innerJoin(
        apprentices,
        and(eq(apprentices.tenantId, inside.tenant.id), eq(apprentices.id, progressEntries.apprenticeId)),
      )
      .where(
        and(
          eq(progressEntries.tenantId, inside.tenant.id),
          isNull(progressEntries.clockOutAt),
          or(lte(progressEntries.outsideSince, left), lte(progressEntries.clockInAt, forgotten)),
        ),
      );
    for (const shift of due) await closeOne(inside, shift);
  });
