import { trainingInquiryMove } from '@officina/contracts/training-inputs';
import { TRAINING_INQUIRY_MOVES, type TrainingInquiryItem } from '@officina/contracts/training-views';
import { inquiries } from '@officina/db/schema/engagements';
import { and, eq } from 'drizzle-orm';
import { laterThan } from '../../../kernel/clock.ts';
import { AppError, notFound } from '../../../kernel/errors.ts';
import { write } from '../../../kernel/operation.ts';
import { usualZone } from '../shops/shop-zone.ts';
import { inquiryColumns, presentTrainingInquiry } from './training-inquiry-row.ts';

/** What became of a question about a programme. The status that it has already changes nothing. */
export const setTrainingInquiryStatus = write({
  name: 'training.setInquiryStatus',
  permission: 'training.manage',
  input: trainingInquiryMove,
  async run(ctx, { id, status }): Promise<TrainingInquiryItem> {
    const tx = await ctx.tx();
    const its = and(
      eq(inquiries.tenantId, ctx.tenant.id),
      eq(inquiries.kind, 'training'),
      eq(inquiries.id, id),
    );
    const [before] = await tx.select(inquiryColumns).from(inquiries).where(its).for('update');
    if (!before) throw notFound('Inquiry');
    const zone = await usualZone(ctx);
    if (before.status === status) return presentTrainingInquiry(ctx, before, zone);
    if (!TRAINING_INQUIRY_MOVES[before.status].includes(status))
      throw new AppError('CONFLICT', 'This inquiry cannot go there from where it is');
    await tx
      .update(inquiries)
      .set({ status, updatedAt: laterThan(before.createdAt, ctx.now) })
      .where(its);
    ctx.record({
      verb: `inquiry.${status}`,
      subject: { type: 'inquiry', id },
      before: { status: before.status },
      after: { status },
    });
    return presentTrainingInquiry(ctx, { ...before, status }, zone);
  },
});
