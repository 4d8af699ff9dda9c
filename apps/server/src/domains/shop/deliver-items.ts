import { splitOf } from '@officina/contracts/item-sales';
import { users } from '@officina/db/schema/identity';
import { payments } from '@officina/db/schema/payments';
import { itemGrants } from '@officina/db/schema/shop';
import { and, eq, gt } from 'drizzle-orm';
import { toDate } from '../../kernel/clock.ts';
import type { WriteCtx } from '../../kernel/context.ts';
import { queueMessage } from '../messaging/queue-message.ts';
import { onPaid } from '../payments/intents/on-paid.ts';
import type { PaymentRow } from '../payments/load-payments.ts';
import { onRefund } from '../payments/refunds/on-refund.ts';
import { downloadUrl } from './items/download-url.ts';
import { grantItem } from './items/item-grant.ts';

/** To a buyer who no longer waits for the answer: their bank asked first. */
async function mailBuyer(ctx: WriteCtx, userId: string, title: string, link: string): Promise<void> {
  const [buyer] = await ctx.db
    .select({ email: users.email, name: users.name })
    .from(users)
    .where(eq(users.id, userId));
  if (!buyer) return;
  const subject = `Your purchase: ${title.replace(/\p{Cc}/gu, ' ')}`;
  const text = `Hello ${buyer.name},\n\nThank you for buying “${title}”. Sign in and fetch it within 30 days:\n${link}`;
  await queueMessage(ctx, { channel: 'email', to: buyer.email, subject, text });
}

/** A paid item: its maker's part and the house's are written down, the buyer gets the right to it. */
onPaid('item', async (ctx, payment: PaymentRow, { answering }) => {
  const split = splitOf(payment.amountMinor);
  const tx = await ctx.tx();
  await tx
    .update(payments)
    .set(split)
    .where(and(eq(payments.tenantId, payment.tenantId), eq(payments.id, payment.id)));
  const { item, grant } = await grantItem(ctx, payment);
  ctx.record({
    verb: 'item.sold',
    subject: { type: 'item', id: item.id },
    after: { paymentId: payment.id, amountMinor: payment.amountMinor, currency: payment.currency, ...split },
  });
  if (!answering && payment.userId)
    await mailBuyer(ctx, payment.userId, item.title, downloadUrl(ctx, grant.id, grant.token));
});

/** Whoever has all of their money back has no right to the item any more. */
onRefund('item', async (ctx, { id: paymentId, itemId }, { fully }) => {
  if (!fully || !itemId) return;
  const tx = await ctx.tx();
  const now = toDate(ctx.now);
  const [ended] = await tx
    .update(itemGrants)
    .set({ expiresAt: now })
    .where(
      and(
        eq(itemGrants.tenantId, ctx.tenant.id),
        eq(itemGrants.paymentId, paymentId),
        gt(itemGrants.expiresAt, now),
      ),
    )
    .returning({ id: itemGrants.id });
  if (ended)
    ctx.record({ verb: 'item.access_ended', subject: { type: 'item', id: itemId }, after: { paymentId } });
});
