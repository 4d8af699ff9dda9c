import { webhookDeliveries, webhookSubscriptions } from '@officina/db/schema/webhooks';
import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { laterThan, toDate } from '../../kernel/clock.ts';
import type { WriteCtx } from '../../kernel/context.ts';
import { write } from '../../kernel/operation.ts';
import { notify } from '../notifications/notify.ts';
import { DELIVERY_JOB, DELIVERY_TRIES } from './queue-event.ts';

/** Seconds between tries; after the last one it is given up. */
export const BACKOFF = [10, 20, 60, 300, 1800, 7200, 28_800] as const;
/** Deliveries given up one after the other after which nothing is sent any more. */
const PAUSE_AFTER = 20;
const GONE = 410;

export interface Outcome {
  responseCode: number | null;
  responseBody: string | null;
  /** Null: it arrived. */
  error: string | null;
}

const input = z.object({
  id: z.string(),
  /** Tries before this one: a try that was settled already is not settled again. */
  attempts: z.int().min(0),
  responseCode: z.int().nullable(),
  responseBody: z.string().nullable(),
  error: z.string().nullable(),
});

/** ± 10 %, so that receivers that come back are not met by everything at once. */
const spread = (seconds: number): number => Math.round(seconds * 1000 * (0.9 + Math.random() * 0.2));

type Webhook = typeof webhookSubscriptions.$inferSelect;

/** Counts a delivery that is over; too many lost ones, or an address that is gone, switch the subscription off. */
async function countOutcome(
  ctx: WriteCtx,
  webhook: Webhook,
  { failed, gone }: { failed: boolean; gone: boolean },
): Promise<void> {
  const failures = failed ? webhook.failures + 1 : 0;
  const pausedReason = gone
    ? 'The receiver answered 410 Gone'
    : failures >= PAUSE_AFTER
      ? `${PAUSE_AFTER} deliveries in a row failed`
      : null;
  const pause = webhook.active && pausedReason !== null;
  const tx = await ctx.tx();
  await tx
    .update(webhookSubscriptions)
    .set({
      failures,
      ...(pause && { active: false, pausedReason, updatedAt: laterThan(webhook.updatedAt, ctx.now) }),
    })
    .where(and(eq(webhookSubscriptions.tenantId, ctx.tenant.id), eq(webhookSubscriptions.id, webhook.id)));
  if (!pause) return;
  ctx.record({
    verb: 'webhook.disabled',
    subject: { type: 'webhook', id: webhook.id },
    reason: pausedReason,
    before: { active: true },
    after: { active: false },
  });
  await notify(ctx, {
    userId: webhook.createdBy,
    kind: 'webhook.disabled',
    params: { url: webhook.url, reason: pausedReason },
    link: `/settings/webhooks/${webhook.id}`,
  });
}

/** Writes down how a try went, and when the next one is. */
export const settleDelivery = write({
  name: 'webhooks.settle',
  permission: 'system',
  input,
  async run(ctx, { id, attempts, responseCode, responseBody, error }): Promise<void> {
    const tx = await ctx.tx();
    const one = and(
      eq(webhookDeliveries.tenantId, ctx.tenant.id),
      eq(webhookDeliveries.id, id),
      eq(webhookDeliveries.attempts, attempts),
    );
    const [delivery] = await tx.select().from(webhookDeliveries).where(one).for('update');
    if (!delivery) return;
    const [webhook] = await tx
      .select()
      .from(webhookSubscriptions)
      .where(
        and(
          eq(webhookSubscriptions.tenantId, ctx.tenant.id),
          eq(webhookSubscriptions.id, delivery.subscriptionId),
        ),
      )
      .for('update');
    if (!webhook) return;
    const wait = BACKOFF[attempts];
    const gone = responseCode === GONE;
    const again = error !== null && wait !== undefined && !gone && webhook.active;
    const next = again ? ctx.now.add({ milliseconds: spread(wait) }) : null;
    const status = error === null ? 'success' : again ? 'retrying' : 'failed';
    await tx
      .update(webhookDeliveries)
      .set({
        status,
        attempts: attempts + 1,
        responseCode,
        responseBody,
        error,
        lastAttemptAt: toDate(ctx.now),
        nextAttemptAt: next && toDate(next),
        deliveredAt: status === 'success' ? toDate(ctx.now) : null,
      })
      .where(one);
    if (next) {
      const job = { deliveryId: id, attempt: attempts + 1 };
      ctx.enqueue(DELIVERY_JOB, job, { maxAttempts: DELIVERY_TRIES, runAt: next });
    } else await countOutcome(ctx, webhook, { failed: status === 'failed', gone });
  },
});
