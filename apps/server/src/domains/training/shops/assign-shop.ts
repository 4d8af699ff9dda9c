import { shopAssign } from '@officina/contracts/training-staff-inputs';
import { apprentices } from '@officina/db/schema/training';
import { and, eq } from 'drizzle-orm';
import { AppError, notFound } from '../../../kernel/errors.ts';
import { write } from '../../../kernel/operation.ts';
import { readStanding } from '../enforcement/standing.ts';
import { lockEnrollment } from '../enrollments/load-enrollment.ts';
import { findShop } from '../timeclock/clock-places.ts';

/** Where a learner works from the next shift on; an open one goes on where it began. */
export const assignShop = write({
  name: 'training.assignShop',
  permission: 'training.manage',
  input: shopAssign,
  async run(ctx, { enrollmentId, shopId, reason }): Promise<{ shopId: string }> {
    const { userId, programId } = await lockEnrollment(ctx, enrollmentId);
    const shop = await findShop(ctx, shopId);
    if (!shop) throw notFound('Shop');
    const { enrolled, contactId } = await readStanding(ctx, { userId, programId, strictly: true });
    const apprentice = enrolled?.apprentice;
    if (!apprentice) throw new AppError('CONFLICT', 'This enrollment has no apprentice record yet');
    const tx = await ctx.tx();
    await tx
      .update(apprentices)
      .set({ shopId })
      .where(and(eq(apprentices.tenantId, ctx.tenant.id), eq(apprentices.id, apprentice.id)));
    ctx.record({
      verb: 'apprentice.shop_assigned',
      subject: { type: 'apprentice', id: apprentice.id },
      contactId,
      before: { shopId: apprentice.shopId },
      after: { shopId },
      reason,
    });
    return { shopId };
  },
});
