import { byId } from '@officina/contracts/contacts-inputs';
import { webhookDeliveries, webhookSubscriptions } from '@officina/db/schema/webhooks';
import { and, eq } from 'drizzle-orm';
import { toDate } from '../../kernel/clock.ts';
import type { WriteCtx } from '../../kernel/context.ts';
import { AppError, notFound } from '../../kernel/errors.ts';
import { isUuid, newId } from '../../kernel/ids.ts';
import { write } from '../../kernel/operation.ts';
import { DELIVERY_JOB, DELIVERY_TRIES } from './queue-event.ts';
import { lockWebhook, reachableWebhooks } from './webhook-row.ts';

const stampOf = (ctx: WriteCtx): string => new Date(ctx.now.epochMilliseconds).toISOString();

/** Queues a `ping`, also to a subscription to other events. CONFLICT for one that is switched off. */
export const testWebhook = write({
  name: 'webhooks.test',
  permission: 'hooks.manage',
  input: byId,
  async run(ctx, { id }): Promise<{ deliveryId: string }> {
    const webhook = await lockWebhook(ctx, id);
    if (!webhook.active) throw new AppError('CONFLICT', 'This webhook is switched off');
    const deliveryId = newId();
    const eventId = newId();
    const now = toDate(ctx.now);
    const tx = await ctx.tx();
    await tx.insert(webhookDeliveries).values({
      tenantId: ctx.tenant.id,
      id: deliveryId,
      subscriptionId: id,
      eventId,
      event: 'ping',
      payload: { id: eventId, event: 'ping', timestamp: stampOf(ctx), data: {} },
      createdAt: now,
      nextAttemptAt: now,
    });
    ctx.record({ verb: 'webhook.tested', subject: { type: 'webhook', id } });
    ctx.enqueue(DELIVERY_JOB, { deliveryId, attempt: 0 }, { maxAttempts: DELIVERY_TRIES });
    return { deliveryId };
  },
});

/** Sends a delivery that is over once more, with the same event id. CONFLICT while it is on its way or switched off. */
export const redeliver = write({
  name: 'webhooks.redeliver',
  permission: 'hooks.manage',
  input: byId,
  async run(ctx, { id }): Promise<{ deliveryId: string }> {
    const tx = await ctx.tx();
    const own = and(eq(webhookDeliveries.tenantId, ctx.tenant.id), eq(webhookDeliveries.id, id));
    const [row] = isUuid(id)
      ? await tx
          .select({
            status: webhookDeliveries.status,
            webhookId: webhookSubscriptions.id,
            active: webhookSubscriptions.active,
          })
          .from(webhookDeliveries)
          .innerJoin(
            webhookSubscriptions,
            and(
              eq(webhookSubscriptions.tenantId, webhookDeliveries.tenantId),
              eq(webhookSubscriptions.id, webhookDeliveries.subscriptionId),
            ),
          )
          .where(and(own, reachableWebhooks(ctx)))
          .for('update', { of: webhookDeliveries })
      : [];
    if (!row) throw notFound('Delivery');
    if (!row.active) throw new AppError('CONFLICT', 'This webhook is switched off');
    if (row.status === 'pending' || row.status === 'retrying')
      throw new AppError('CONFLICT', 'This delivery is on its way');
    await tx
      .update(webhookDeliveries)
      .set({ status: 'pending', attempts: 0, error: null, nextAttemptAt: toDate(ctx.now) })
      .where(own);
    ctx.record({
      verb: 'webhook.redelivered',
      subject: { type: 'webhook', id: row.webhookId },
      after: { deliveryId: id },
    });
    ctx.enqueue(DELIVERY_JOB, { deliveryId: id, attempt: 0 }, { maxAttempts: DELIVERY_TRIES });
    return { deliveryId: id };
  },
});
