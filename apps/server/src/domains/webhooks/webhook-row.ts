import type { DeliveryView, WebhookView } from '@officina/contracts/webhooks';
import { type webhookDeliveries, webhookSubscriptions } from '@officina/db/schema/webhooks';
import { and, eq, type SQL, sql } from 'drizzle-orm';
import { requireUser } from '../../kernel/authorize.ts';
import type { Ctx, WriteCtx } from '../../kernel/context.ts';
import { notFound } from '../../kernel/errors.ts';
import { isUuid } from '../../kernel/ids.ts';

/** Of the last 100 deliveries that are over. The outer columns are spelled out. */
const successRate = sql<string | null>`(
  select avg(case when d.status = 'success' then 1 else 0 end) from (
    select status from webhook_deliveries w
    where w.tenant_id = webhook_subscriptions.tenant_id and w.subscription_id = webhook_subscriptions.id
      and w.status in ('success', 'failed')
    order by w.created_at desc limit 100) d)`;

export const webhookColumns = {
  id: webhookSubscriptions.id,
  url: webhookSubscriptions.url,
  events: webhookSubscriptions.events,
  active: webhookSubscriptions.active,
  metadata: webhookSubscriptions.metadata,
  failures: webhookSubscriptions.failures,
  pausedReason: webhookSubscriptions.pausedReason,
  createdAt: webhookSubscriptions.createdAt,
  updatedAt: webhookSubscriptions.updatedAt,
  successRate,
};

interface WebhookRow extends Omit<WebhookView, 'isActive' | 'successRate' | 'createdAt' | 'updatedAt'> {
  active: boolean;
  successRate: string | null;
  createdAt: Date;
  updatedAt: Date;
}

export const presentWebhook = (row: WebhookRow): WebhookView => ({
  id: row.id,
  url: row.url,
  events: row.events,
  isActive: row.active,
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
  metadata: row.metadata,
  successRate: row.successRate === null ? null : Number(row.successRate),
  failures: row.failures,
  pausedReason: row.pausedReason,
});

/** Freelancers see to their own, the others to those of the firm. */
export function reachableWebhooks({ actor }: Ctx): SQL | undefined {
  const { id, role } = requireUser(actor);
  return role === 'freelancer' ? eq(webhookSubscriptions.createdBy, id) : undefined;
}

const one = (ctx: Ctx, id: string) =>
  and(
    eq(webhookSubscriptions.tenantId, ctx.tenant.id),
    eq(webhookSubscriptions.id, id),
    reachableWebhooks(ctx),
  );

/** Throws NOT_FOUND for missing, foreign and malformed ids alike. */
export async function loadWebhook(ctx: Ctx, id: string): Promise<WebhookView> {
  const [row] = isUuid(id)
    ? await ctx.db.select(webhookColumns).from(webhookSubscriptions).where(one(ctx, id))
    : [];
  if (!row) throw notFound('Webhook');
  return presentWebhook(row);
}

/** As `loadWebhook`, locked until the operation's transaction ends, with what is not shown. */
export async function lockWebhook(ctx: WriteCtx, id: string) {
  const tx = await ctx.tx();
  const [row] = isUuid(id)
    ? await tx.select().from(webhookSubscriptions).where(one(ctx, id)).for('update')
    : [];
  if (!row) throw notFound('Webhook');
  return row;
}

type DeliveryRow = Pick<
  typeof webhookDeliveries.$inferSelect,
  | 'id'
  | 'event'
  | 'status'
  | 'attempts'
  | 'responseCode'
  | 'error'
  | 'createdAt'
  | 'lastAttemptAt'
  | 'nextAttemptAt'
>;

export const presentDelivery = (row: DeliveryRow): DeliveryView => ({
  id: row.id,
  event: row.event,
  status: row.status,
  attempts: row.attempts,
  responseCode: row.responseCode,
  error: row.error,
  createdAt: row.createdAt.toISOString(),
  lastAttemptAt: row.lastAttemptAt?.toISOString() ?? null,
  nextAttemptAt: row.nextAttemptAt?.toISOString() ?? null,
});
