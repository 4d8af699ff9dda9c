import { guestSessions } from '@officina/db/schema/shop';
import { and, eq, gt } from 'drizzle-orm';
import { publicHomeOf } from '../../kernel/addresses.ts';
import { toDate } from '../../kernel/clock.ts';
import { queueMessage } from '../messaging/queue-message.ts';
import { onPaid } from '../payments/intents/on-paid.ts';
import { onRefund } from '../payments/refunds/on-refund.ts';
import { accessEnd } from './guest/guest-session.ts';

/** Paid access begins with its payment, and its buyer gets the link to it. */
onPaid('guest', async (ctx, payment, { paidAt }) => {
  const tx = await ctx.tx();
  const [session] = await tx
    .select()
    .from(guestSessions)
    .where(and(eq(guestSessions.tenantId, ctx.tenant.id), eq(guestSessions.paymentId, payment.id)))
    .for('update');
  if (!session || session.status === 'active') return;
  const { id, email, name, feature, duration } = session;
  const expiresAt = accessEnd(paidAt, duration);
  await tx
    .update(guestSessions)
    .set({ status: 'active', activatedAt: paidAt, expiresAt })
    .where(and(eq(guestSessions.tenantId, ctx.tenant.id), eq(guestSessions.id, id)));
  ctx.record({
    verb: 'guest_access.activated',
    subject: { type: 'guest_session', id },
    after: { feature, duration, expiresAt: expiresAt.toISOString(), paymentId: payment.id },
  });
  const until = expiresAt.toISOString().slice(0, 16).replace('T', ' ');
  await queueMessage(ctx, {
    channel: 'email',
    to: email,
    subject: `Your access to ${feature}`,
    text: `Hello ${name},\n\nYour access is open until ${until} UTC:\n${publicHomeOf(ctx)}/guest/${id}`,
  });
});

/** Access whose price was given back in full is over. */
onRefund('guest', async (ctx, { id: paymentId }, { fully }) => {
  if (!fully) return;
  const tx = await ctx.tx();
  const now = toDate(ctx.now);
  const [ended] = await tx
    .update(guestSessions)
    .set({ expiresAt: now })
    .where(
      and(
        eq(guestSessions.tenantId, ctx.tenant.id),
        eq(guestSessions.paymentId, paymentId),
        gt(guestSessions.expiresAt, now),
      ),
    )
    .returning({ id: guestSessions.id });
  if (ended)
    ctx.record({
      verb: 'guest_access.ended',
      subject: { type: 'guest_session', id: ended.id },
      after: { paymentId },
    });
});
