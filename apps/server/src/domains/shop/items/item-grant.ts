import { createHmac } from 'node:crypto';
import { items } from '@officina/db/schema/items';
import { itemGrants } from '@officina/db/schema/shop';
import { and, eq } from 'drizzle-orm';
import { toDate } from '../../../kernel/clock.ts';
import type { Ctx, WriteCtx } from '../../../kernel/context.ts';
import { hashSecret, newId } from '../../../kernel/ids.ts';
import type { PaymentRow } from '../../payments/load-payments.ts';

/** How long what was bought may be fetched. */
const DAYS = 30;

export interface IssuedGrant {
  id: string;
  /** Only its hash is kept. */
  token: string;
  expiresAt: Date;
  /** Null: without limit. */
  downloadsLeft: number | null;
}

/** The same for the same right: a purchase that is asked for twice, also at once, is answered alike. */
const tokenOf = ({ services, tenant }: Ctx, grantId: string): string =>
  createHmac('sha256', services.keyFor('downloads of items')).update(`${tenant.id} ${grantId}`).digest('hex');

/** Gives the payer of an item the right to it, once per payment. */
export async function grantItem(ctx: WriteCtx, { id: paymentId, itemId, tierId, userId }: PaymentRow) {
  if (!itemId || !userId) throw new Error('an item was paid for by nobody');
  const tx = await ctx.tx();
  const [item] = await tx
    .select()
    .from(items)
    .where(and(eq(items.tenantId, ctx.tenant.id), eq(items.id, itemId)));
  if (!item) throw new Error('an item was paid for that is gone');
  const id = newId();
  const token = tokenOf(ctx, id);
  const expiresAt = toDate(ctx.now.add({ hours: DAYS * 24 }));
  const downloadsLeft = item.tiers.find((tier) => tier.id === tierId)?.downloads ?? null;
  const grant = { id, expiresAt, downloadsLeft };
  await tx.insert(itemGrants).values({
    tenantId: ctx.tenant.id,
    ...grant,
    itemId,
    userId,
    paymentId,
    tokenHash: hashSecret(token),
    createdAt: toDate(ctx.now),
  });
  return { item, grant: { ...grant, token } satisfies IssuedGrant };
}

/** The right that a payment has given, with its token, which counts from now on whatever the secret was before. */
export async function findGrant(ctx: WriteCtx, paymentId: string): Promise<IssuedGrant | null> {
  const tx = await ctx.tx();
  const own = and(eq(itemGrants.tenantId, ctx.tenant.id), eq(itemGrants.paymentId, paymentId));
  const [grant] = await tx
    .select({
      id: itemGrants.id,
      expiresAt: itemGrants.expiresAt,
      downloadsLeft: itemGrants.downloadsLeft,
    })
    .from(itemGrants)
    .where(own);
  if (!grant) return null;
  const token = tokenOf(ctx, grant.id);
  await tx
    .update(itemGrants)
    .set({ tokenHash: hashSecret(token) })
    .where(own);
  return { ...grant, token };
}
