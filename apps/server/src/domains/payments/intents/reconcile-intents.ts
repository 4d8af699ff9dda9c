import { payments } from '@officina/db/schema/payments';
import { and, desc, eq, gt, isNotNull, lt } from 'drizzle-orm';
import { toDate } from '../../../kernel/clock.ts';
import type { Ctx } from '../../../kernel/context.ts';
import { AppError } from '../../../kernel/errors.ts';
import { inTenantOf } from '../../../kernel/in-tenant.ts';
import { crossTenant } from '../../../kernel/statement.ts';
import { askForIntent } from './ask-for-intent.ts';

/** Within this time the one who asked for a payment may still be waiting for the answer. */
const PATIENCE_MINUTES = 10;
/** As long as the provider remembers the key of a request. */
const FORGOTTEN_HOURS = 24;
const AT_ONCE = 100;

/**
 * Asks the provider how payments stand of which nothing has been heard: one that was never answered is asked for again
 * under the same key, one whose events never came is brought up to date. Safe beside events and other runs.
 */
export async function reconcileIntents(ctx: Ctx): Promise<void> {
  if (ctx.services.payments.mode === 'off') return;
  const now = ctx.now;
  const open = await ctx.db
    .select()
    .from(payments)
    .where(
      and(
        crossTenant('open payments of all tenants, asked about by a job'),
        eq(payments.status, 'pending'),
        isNotNull(payments.stripeStatus),
        lt(payments.createdAt, toDate(now.subtract({ minutes: PATIENCE_MINUTES }))),
        gt(payments.createdAt, toDate(now.subtract({ hours: FORGOTTEN_HOURS }))),
      ),
    )
    .orderBy(desc(payments.createdAt))
    .limit(AT_ONCE);
  for (const row of open) {
    const inside = await inTenantOf(ctx, row.tenantId);
    if (!inside) continue;
    try {
      await askForIntent(inside, row);
    } catch (error) {
      // A refusal stands on the row by now; who cannot be asked is asked in the next run.
      if (!(error instanceof AppError)) throw error;
    }
  }
}
