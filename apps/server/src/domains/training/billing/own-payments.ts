import type { LearnerPayment } from '@officina/contracts/training-views';
import { payments } from '@officina/db/schema/payments';
import { and, desc, eq, isNotNull } from 'drizzle-orm';
import { z } from 'zod';
import { requireUser } from '../../../kernel/authorize.ts';
import { read } from '../../../kernel/operation.ts';

/** What the caller has paid for their place, and what failed; the newest first. */
export const ownPayments = read({
  name: 'training.payments',
  permission: 'training.learn',
  input: z.object({}),
  async run(ctx): Promise<{ items: LearnerPayment[] }> {
    const rows = await ctx.db
      .select()
      .from(payments)
      .where(
        and(
          eq(payments.tenantId, ctx.tenant.id),
          eq(payments.userId, requireUser(ctx.actor).id),
          isNotNull(payments.enrollmentId),
        ),
      )
      .orderBy(desc(payments.createdAt), desc(payments.id))
      .limit(200);
    return {
      items: rows.map((row) => ({
        id: row.id,
        kind: row.purpose,
        status: row.status === 'failed' ? 'failed' : 'paid',
        amountCents: row.amountMinor,
        currency: row.currency ?? ctx.tenant.currency,
        at: (row.paidAt ?? row.failedAt ?? row.createdAt).toISOString(),
      })),
    };
  },
});
