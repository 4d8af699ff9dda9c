import { webhookDeliveries, webhookSubscriptions } from '@officina/db/schema/webhooks';
import { and, eq, inArray } from 'drizzle-orm';
import type { Task } from '../../jobs/task.ts';
import { toDate } from '../../kernel/clock.ts';
import type { Ctx } from '../../kernel/context.ts';
import { type Outcome, settleDelivery } from './settle-delivery.ts';
import { deliveryHeaders } from './sign-delivery.ts';

type Delivery = typeof webhookDeliveries.$inferSelect;
type Webhook = typeof webhookSubscriptions.$inferSelect;

/** What came back of one try; an error is an answer too. */
async function attempt(ctx: Ctx, delivery: Delivery, webhook: Webhook): Promise<Outcome> {
  const { secrets, outbound } = ctx.services;
  const now = toDate(ctx.now);
  const older = webhook.previousUntil && webhook.previousUntil > now ? webhook.previousSecret : null;
  const body = JSON.stringify(delivery.payload);
  const headers = deliveryHeaders({
    eventId: delivery.eventId,
    event: delivery.event,
    deliveryId: delivery.id,
    body,
    timestamp: Math.floor(now.getTime() / 1000),
    secrets: [secrets.open(webhook.secret), ...(older ? [secrets.open(older)] : [])],
  });
  try {
    const { status, text } = await outbound.send({ method: 'POST', url: webhook.url, headers, body });
    const fine = status >= 200 && status < 300;
    return { responseCode: status, responseBody: text, error: fine ? null : `Answered ${status}` };
  } catch (error) {
    return { responseCode: null, responseBody: null, error: reasonOf(error) };
  }
}

const reasonOf = (error: unknown): string => {
  const text = error instanceof Error ? error.message || error.name : String(error);
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').slice(0, 300);
};

/** PostgreSQL stores neither; what was answered is somebody else's text. */
const storable = (text: string): string => text.replaceAll('\u0000', '').toWellFormed().slice(0, 1000);

/** The job: one try of one delivery. Jobs that come twice, late or to a subscription that is gone do nothing. */
export const deliverWebhook: Task = async (ctx, payload) => {
  const [row] = await ctx.db
    .select({ delivery: webhookDeliveries, webhook: webhookSubscriptions })
    .from(webhookDeliveries)
    .innerJoin(
      webhookSubscriptions,
      and(
        eq(webhookSubscriptions.tenantId, webhookDeliveries.tenantId),
        eq(webhookSubscriptions.id, webhookDeliveries.subscriptionId),
      ),
    )
    .where(
      and(
        eq(webhookDeliveries.tenantId, ctx.tenant.id),
        eq(webhookDeliveries.id, String(payload.deliveryId)),
        inArray(webhookDeliveries.status, ['pending', 'retrying']),
      ),
    );
  if (!row || row.delivery.attempts !== Number(payload.attempt ?? 0)) return;
  const { id, attempts } = row.delivery;
  const outcome: Outcome = row.webhook.active
    ? await attempt(ctx, row.delivery, row.webhook)
    : { responseCode: null, responseBody: null, error: 'Switched off' };
  const responseBody = outcome.responseBody === null ? null : storable(outcome.responseBody);
  await settleDelivery(ctx, { id, attempts, ...outcome, responseBody });
};
