import type { ItemTier } from '@officina/contracts/item-sales';
import { itemPurchase as input } from '@officina/contracts/payment-intents-inputs';
import { requireUser } from '../../../kernel/authorize.ts';
import type { Ctx } from '../../../kernel/context.ts';
import { AppError, notFound } from '../../../kernel/errors.ts';
import { staged } from '../../../kernel/operation.ts';
import { askForIntent } from '../../payments/intents/ask-for-intent.ts';
import { DEFAULT_CURRENCY, secretOf } from '../../payments/intents/create-intent.ts';
import { customerOf } from '../../payments/intents/customer-of.ts';
import { oncePerKey } from '../../payments/intents/once-per-key.ts';
import { downloadUrl } from './download-url.ts';
import { findGrant, type IssuedGrant } from './item-grant.ts';
import { loadItem } from './load-item.ts';

export interface PurchaseView {
  transactionId: string;
  paymentIntentId: string;
  /** The provider's word. */
  status: string;
  clientSecret: string;
  amount: number;
  currency: string;
  receiptUrl: string | null;
  /** Null until it is paid. */
  access: {
    downloadUrl: string;
    accessToken: string;
    userId: string;
    expiresAt: string;
    downloads: number | null;
  } | null;
}

function accessOf(ctx: Ctx, userId: string, grant: IssuedGrant): PurchaseView['access'] {
  const { id, token, expiresAt, downloadsLeft } = grant;
  return {
    downloadUrl: downloadUrl(ctx, id, token),
    accessToken: token,
    userId,
    expiresAt: expiresAt.toISOString(),
    downloads: downloadsLeft,
  };
}

/** What is charged stands in our own row of the item; the caller's amount must only agree with it. */
async function tierOf(
  ctx: Ctx,
  asked: { itemId: string; itemType: string; tierId: string; amount: number; currency?: string | null },
): Promise<ItemTier> {
  const item = await loadItem(ctx, asked.itemId);
  const tier =
    item.itemType === asked.itemType ? item.tiers.find(({ id }) => id === asked.tierId) : undefined;
  if (!tier) throw notFound('Item');
  const currency = asked.currency ?? DEFAULT_CURRENCY;
  if (tier.amountCents !== asked.amount || tier.currency !== currency) throw new AppError('PRICE_MISMATCH');
  return tier;
}

/**
 * Buys an item with a card that the caller's page has told the provider of. The right to it is given when it is paid:
 * at once, or by the event that says so. Source: studio specification §3.7.
 */
export const buyItem = staged({
  name: 'items.buy',
  permission: 'payments.pay',
  input,
  async run(ctx: Ctx, asked): Promise<PurchaseView> {
    const actor = requireUser(ctx.actor);
    const tier = await tierOf(ctx, asked);
    const customerId = await customerOf(ctx, actor);
    const { itemId, tierId, metadata, paymentMethodId, idempotencyKey } = asked;
    const row = await oncePerKey(ctx, { route: 'process', key: idempotencyKey, asked }, () => ({
      purpose: 'item',
      amountMinor: tier.amountCents,
      currency: tier.currency,
      metadata: metadata ?? {},
      itemId,
      tierId,
      request: { customerId, paymentMethodId, returnUrl: `${ctx.services.config.publicUrl}/payments` },
    }));
    const { payment, outcome: grant } = await askForIntent(ctx, row, {
      answering: true,
      linked: (unit, { id, status }) =>
        status === 'succeeded' ? findGrant(unit, id) : Promise.resolve(null),
    });
    return {
      transactionId: row.id,
      paymentIntentId: payment.id,
      status: payment.status,
      clientSecret: secretOf(payment),
      amount: tier.amountCents,
      currency: tier.currency,
      receiptUrl: payment.receiptUrl,
      access: grant && accessOf(ctx, actor.id, grant),
    };
  },
});
