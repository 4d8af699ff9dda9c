import { payments } from '@officina/db/schema/payments';
import { guestSessions, itemGrants, subscriptions } from '@officina/db/schema/shop';
import { createItem } from '../domains/shop/items/create-item.ts';
import { createProvider } from '../domains/sso/providers.ts';
import { hashSecret, newId } from '../kernel/ids.ts';
import type { World } from '../testing/harness.ts';
import { stripeId } from '../testing/stripe.ts';

/** Ids of one row of every kind of the shop's. */
export interface ForeignShop {
  itemId: string;
  intentId: string;
  purchaseId: string;
  grantId: string;
  guestSessionId: string;
  idpId: string;
}

/** Something sold, and access of a guest, with `mark` in every text. */
export async function createForeignShop(
  { ctx, tenant, user, server }: World,
  mark: string,
): Promise<ForeignShop> {
  const { db } = server.services.client;
  const tiers = [{ id: 'one', name: mark, amountCents: 500, currency: 'usd', downloads: null }];
  const { id: itemId } = await createItem(ctx, { title: mark, itemType: 'image', tiers });
  const [purchaseId, grantId, guestSessionId, guestPaymentId] = [newId(), newId(), newId(), newId()];
  const intentId = stripeId('pi');
  const facts = {
    tenantId: tenant.id,
    amountMinor: 500,
    currency: 'usd',
    method: 'stripe',
    stripeStatus: 'x',
  } as const;
  const paidAt = new Date();
  await db.insert(payments).values([
    {
      ...facts,
      id: purchaseId,
      purpose: 'item',
      status: 'succeeded',
      paidAt,
      itemId,
      userId: user.id,
      stripePaymentIntentId: intentId,
      metadata: { mark },
    },
    { ...facts, id: guestPaymentId, purpose: 'guest', status: 'pending', errorMessage: mark },
  ]);
  await db.insert(itemGrants).values({
    tenantId: tenant.id,
    id: grantId,
    itemId,
    userId: user.id,
    paymentId: purchaseId,
    tokenHash: hashSecret('x'),
    expiresAt: new Date(Date.now() + 1e9),
  });
  await db.insert(guestSessions).values({
    tenantId: tenant.id,
    id: guestSessionId,
    email: `${mark}@guests.test`,
    name: mark,
    feature: 'ai-create',
    duration: '1 hour',
    paymentId: guestPaymentId,
  });
  await db.insert(subscriptions).values({
    tenantId: tenant.id,
    stripeCustomerId: mark,
    stripeSubscriptionId: stripeId('sub'),
    status: mark,
  });
  const { id: idpId } = await createProvider(ctx, {
    name: mark,
    kind: 'oidc',
    config: { issuer: 'https://idp.example.com', clientId: mark, clientSecret: mark },
  });
  return { idpId, itemId, intentId, purchaseId, grantId, guestSessionId };
}
