import { byId } from '@officina/contracts/contacts-inputs';
import type { Page } from '@officina/contracts/paging';
import type { DeliveryDetail, DeliveryView, WebhookView } from '@officina/contracts/webhooks';
import { webhookDeliveries as deliveriesInput } from '@officina/contracts/webhooks-inputs';
import { webhookDeliveries } from '@officina/db/schema/webhooks';
import { and, desc, eq, sql } from 'drizzle-orm';
import type { Ctx } from '../../kernel/context.ts';
import { decodeCursor, isMoment, pageOf } from '../../kernel/keyset.ts';
import { read } from '../../kernel/operation.ts';
import { loadWebhook, presentDelivery } from './webhook-row.ts';

const SHOWN = 20;

const ofWebhook = (ctx: Ctx, id: string) =>
  and(eq(webhookDeliveries.tenantId, ctx.tenant.id), eq(webhookDeliveries.subscriptionId, id));

/** A subscription with the newest of its deliveries. */
export const getWebhook = read({
  name: 'webhooks.get',
  permission: 'hooks.manage',
  input: byId,
  async run(ctx, { id }): Promise<{ webhook: WebhookView; deliveries: DeliveryView[] }> {
    const webhook = await loadWebhook(ctx, id);
    const rows = await ctx.db
      .select()
      .from(webhookDeliveries)
      .where(ofWebhook(ctx, id))
      .orderBy(desc(webhookDeliveries.createdAt), desc(webhookDeliveries.id))
      .limit(SHOWN);
    return { webhook, deliveries: rows.map(presentDelivery) };
  },
});

/** The log of a subscription, newest first, with what was sent and answered. */
export const listDeliveries = read({
  name: 'webhooks.deliveries',
  permission: 'hooks.manage',
  input: deliveriesInput,
  async run(ctx, { id, limit, cursor }): Promise<Page<DeliveryDetail>> {
    const after = decodeCursor(cursor, isMoment);
    await loadWebhook(ctx, id);
    const rows = await ctx.db
      .select()
      .from(webhookDeliveries)
      .where(
        and(
          ofWebhook(ctx, id),
          after
            ? sql`(${webhookDeliveries.createdAt}, ${webhookDeliveries.id}) < (${after.value}::timestamptz, ${after.id}::uuid)`
            : undefined,
        ),
      )
      .orderBy(desc(webhookDeliveries.createdAt), desc(webhookDeliveries.id))
      .limit(limit + 1);
    return pageOf(
      rows,
      limit,
      (row) => ({ value: row.createdAt.toISOString(), id: row.id }),
      (row) => ({ ...presentDelivery(row), payload: row.payload, responseBody: row.responseBody }),
    );
  },
});
