import type { Page } from '@officina/contracts/paging';
import { trainingInquiryList } from '@officina/contracts/training-inputs';
import type { TrainingInquiryItem } from '@officina/contracts/training-views';
import { inquiries } from '@officina/db/schema/engagements';
import { and, desc, eq, sql } from 'drizzle-orm';
import { decodeCursor, isMoment, pageOf } from '../../../kernel/keyset.ts';
import { read } from '../../../kernel/operation.ts';
import { usualZone } from '../shops/shop-zone.ts';
import { inquiryColumns, presentTrainingInquiry } from './training-inquiry-row.ts';

/** Questions about programmes, the newest first. */
export const listTrainingInquiries = read({
  name: 'training.inquiries',
  permission: 'training.read',
  input: trainingInquiryList,
  async run(ctx, { status, limit, cursor }): Promise<Page<TrainingInquiryItem>> {
    const after = decodeCursor(cursor, isMoment);
    const zone = await usualZone(ctx);
    const rows = await ctx.db
      .select(inquiryColumns)
      .from(inquiries)
      .where(
        and(
          eq(inquiries.tenantId, ctx.tenant.id),
          eq(inquiries.kind, 'training'),
          status ? eq(inquiries.status, status) : undefined,
          after
            ? sql`(${inquiries.createdAt}, ${inquiries.id}) < (${after.value}::timestamptz, ${after.id}::uuid)`
            : undefined,
        ),
      )
      .orderBy(desc(inquiries.createdAt), desc(inquiries.id))
      .limit(limit + 1);
    return pageOf(
      rows,
      limit,
      ({ createdAt, id }) => ({ value: createdAt.toISOString(), id }),
      (row) => presentTrainingInquiry(ctx, row, zone),
    );
  },
});
