import { planCheckout } from '@officina/contracts/tenancy-inputs';
import { userIdOf } from '../../kernel/actor.ts';
import { AppError } from '../../kernel/errors.ts';
import { read } from '../../kernel/operation.ts';
import { askProvider } from '../payments/ask-provider.ts';
import { billingAccount, billingPage } from './billing-account.ts';

/**
 * The provider's page where an owner subscribes to a plan; the plan follows when it is paid. CONFLICT for who has a
 * subscription: it is changed in the billing portal. Asked again while the page is open, it is the same page.
 * Nothing of ours changes before it is paid.
 */
export const startPlanCheckout = read({
  name: 'tenancy.startPlanCheckout',
  permission: 'billing.manage',
  input: planCheckout,
  async run(ctx, { plan }): Promise<{ url: string }> {
    const { customer, subscription } = await billingAccount(ctx);
    if (subscription)
      throw new AppError('CONFLICT', 'There is a subscription already; change it in the billing portal');
    const { payments, config } = ctx.services;
    const metadata = { tenant_id: ctx.tenant.id };
    const facts = {
      mode: 'subscription' as const,
      lines: [{ priceId: config.planPrices[plan] }],
      customerId: customer ?? undefined,
      email: ctx.actor.kind === 'user' ? ctx.actor.email : undefined,
      successUrl: `${billingPage(ctx)}?paid={CHECKOUT_SESSION_ID}`,
      cancelUrl: billingPage(ctx),
      reference: ctx.tenant.id,
      metadata,
    };
    const key = `plan:${ctx.tenant.id}:${plan}:${userIdOf(ctx.actor)}:${customer ?? 'new'}:${ctx.today}`;
    let checkout = await askProvider(() => payments.openCheckout(facts, key));
    // The answer to a key is that of its first call: whether the page is still open is asked.
    const current = await askProvider(() => payments.findCheckout(checkout.id));
    if (current?.status !== 'open')
      checkout = await askProvider(() => payments.openCheckout(facts, `${key}:${ctx.requestId}`));
    if (!checkout.url) throw new AppError('SERVICE_UNAVAILABLE');
    return { url: checkout.url };
  },
});
