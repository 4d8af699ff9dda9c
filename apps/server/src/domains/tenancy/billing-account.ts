import { tenants } from '@officina/db/schema/tenancy';
import { eq } from 'drizzle-orm';
import type { Ctx } from '../../kernel/context.ts';
import { notFound } from '../../kernel/errors.ts';

/** What the payment provider knows a tenant by; both null while it has never paid. */
export async function billingAccount(
  ctx: Ctx,
): Promise<{ customer: string | null; subscription: string | null }> {
  const [row] = await ctx.db
    .select({ customer: tenants.stripeCustomerId, subscription: tenants.stripeSubscriptionId })
    .from(tenants)
    .where(eq(tenants.id, ctx.tenant.id));
  if (!row) throw notFound('Tenant');
  return row;
}

/** Where the provider's pages send an owner back to. */
export const billingPage = (ctx: Ctx): string => `${ctx.services.config.publicUrl}/settings/plan`;
