import { randomBytes } from 'node:crypto';
import { items } from '@officina/db/schema/items';
import { itemGrants } from '@officina/db/schema/shop';
import { and, eq } from 'drizzle-orm';
import { toDate } from '../../../kernel/clock.ts';
import type { WriteCtx } from '../../../kernel/context.ts';
import { hashSecret, newId } from '../../../kernel/ids.ts';
import type { PaymentRow } from '../../payments/load-payments.ts';

/** How long what was bought may be fetched. */
const DAYS = 30;

export interface IssuedGrant {
  id: string;
  /** Told once; only its hash is kept. */
  token: string;
  expiresAt: Date;
  /** Null: without limit. */
  downloadsLeft: number | null;
}

const newToken = () => randomBytes(32).toString('hex');

/** Gives the payer of an item the right to it, once per payment. */
export async function grantItem(ctx: WriteCtx, { id: paymentId, itemId, tierId, userId }: PaymentRow) {
  if (!itemId || !userId) throw new Error('an item was paid for by nobody');
  const tx = await ctx.tx();
  const [item] = await tx
    .select()
    .from(items)
    .where(and(eq(items.tenantId, ctx.tenant.id), eq(items.id, itemId)));
  if (!item) throw new Error('an item was paid for that is gone');
  const token = newToken();
  const expiresAt = toDate(ctx.now.add({ hours: DAYS * 24 }));
  const downloadsLeft = item.tiers.find(({ id }) => id === tierId)?.downloads ?? null;
  const grant = { id: newId(), expiresAt, downloadsLeft };
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

/** A fresh token of the right that a payment has given; an earlier one opens nothing any more. */
export async function issueToken(ctx: WriteCtx, paymentId: string): Promise<IssuedGrant | null> {
  const token = newToken();
  const tx = await ctx.tx();
  const [grant] = await tx
    .update(itemGrants)
    .set({ tokenHash: hashSecret(token) })
    .where(and(eq(itemGrants.tenantId, ctx.tenant.id), eq(itemGrants.paymentId, paymentId)))
    .returning({
      id: itemGrants.id,
      expiresAt: itemGrants.expiresAt,
      downloadsLeft: itemGrants.downloadsLeft,
    });
  return grant ? { ...grant, token } : null;
}
