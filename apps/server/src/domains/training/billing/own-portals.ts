import { learners } from '@officina/db/schema/training';
import { licenses } from '@officina/db/schema/training-records';
import { and, desc, eq, isNotNull } from 'drizzle-orm';
import { z } from 'zod';
import { requireUser } from '../../../kernel/authorize.ts';
import type { Ctx } from '../../../kernel/context.ts';
import { AppError } from '../../../kernel/errors.ts';
import { read } from '../../../kernel/operation.ts';
import { billingAccount } from '../../tenancy/billing-account.ts';
import { askStripe } from '../ask-stripe.ts';

async function openFor(
  ctx: Ctx,
  customer: string | null | undefined,
  page: string,
): Promise<{ url: string }> {
  if (!customer) throw new AppError('NO_BILLING_ACCOUNT');
  const { payments, config } = ctx.services;
  return askStripe(ctx, 'Failed to open the billing portal', () =>
    payments.openBillingPortal(customer, `${config.publicUrl}${page}`),
  );
}

async function licenceCustomer(ctx: Ctx, userId: string): Promise<string | null> {
  const [row] = await ctx.db
    .select({ customer: licenses.stripeCustomerId })
    .from(licenses)
    .where(
      and(
        eq(licenses.tenantId, ctx.tenant.id),
        eq(licenses.ownerUserId, userId),
        isNotNull(licenses.stripeCustomerId),
      ),
    )
    .orderBy(desc(licenses.createdAt))
    .limit(1);
  return row?.customer ?? null;
}

/** The provider's page for the caller's licence: a programme holder's own, the firm's for who leads it. */
export const openLicensePortal = read({
  name: 'training.licensePortal',
  permission: 'billing.own',
  input: z.object({}),
  async run(ctx): Promise<{ url: string }> {
    const { id, role } = requireUser(ctx.actor);
    const leads = role === 'owner' || role === 'admin';
    const customer = leads
      ? (await billingAccount(ctx)).customer
      : role === 'program_holder'
        ? await licenceCustomer(ctx, id)
        : null;
    return openFor(ctx, customer, '/account/billing');
  },
});

/** The provider's page for what the caller pays as a learner. */
export const openStorePortal = read({
  name: 'training.storePortal',
  permission: 'billing.own',
  input: z.object({}),
  async run(ctx): Promise<{ url: string }> {
    const { id } = requireUser(ctx.actor);
    const [learner] = await ctx.db
      .select({ customer: learners.stripeCustomerId })
      .from(learners)
      .where(and(eq(learners.tenantId, ctx.tenant.id), eq(learners.userId, id)));
    return openFor(ctx, learner?.customer, '/store/subscriptions');
  },
});
