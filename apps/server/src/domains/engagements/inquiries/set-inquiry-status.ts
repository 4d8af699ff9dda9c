import { INQUIRY_MOVES, type InquiryItem } from '@officina/contracts/inquiries';
import { inquirySetStatus } from '@officina/contracts/inquiries-inputs';
import { inquiries } from '@officina/db/schema/engagements';
import { and, eq } from 'drizzle-orm';
import { laterThan } from '../../../kernel/clock.ts';
import { AppError } from '../../../kernel/errors.ts';
import { write } from '../../../kernel/operation.ts';
import { loadInquiry } from './inquiry-reads.ts';
import { presentInquiryItem } from './inquiry-row.ts';

const unmoved = () => new AppError('INVALID_STATUS_TRANSITION');

/** Triages or closes an inquiry. The state that it is in already changes nothing. */
export const setInquiryStatus = write({
  name: 'inquiries.setStatus',
  permission: 'portal.inquiries.triage',
  input: inquirySetStatus,
  async run(ctx, { id, status }): Promise<InquiryItem> {
    const tx = await ctx.tx();
    const before = await loadInquiry(ctx, id);
    if (before.status === status) return presentInquiryItem(ctx, before);
    if (!INQUIRY_MOVES[before.status].includes(status)) throw unmoved();
    const moved = await tx
      .update(inquiries)
      .set({ status, updatedAt: laterThan(before.createdAt, ctx.now) })
      .where(
        and(
          eq(inquiries.tenantId, ctx.tenant.id),
          eq(inquiries.id, before.id),
          // Whoever moved it meanwhile was first.
          eq(inquiries.status, before.status),
        ),
      )
      .returning({ id: inquiries.id });
    if (!moved.length) throw unmoved();
    ctx.record({
      verb: `inquiry.${status}`,
      subject: { type: 'inquiry', id: before.id },
      contactId: before.orgId,
      before: { status: before.status },
      after: { status },
    });
    return presentInquiryItem(ctx, { ...before, status });
  },
});
