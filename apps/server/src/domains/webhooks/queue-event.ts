import type { WebhookEvent } from '@officina/contracts/webhooks';
import { sql } from 'drizzle-orm';
import type { WriteCtx } from '../../kernel/context.ts';
import { newId } from '../../kernel/ids.ts';
import { rawStatement } from '../../kernel/statement.ts';

export const DELIVERY_JOB = 'deliver-webhook';
/** How often the queue runs a job whose process died; what a receiver refuses is tried again by jobs of their own. */
export const DELIVERY_TRIES = 3;

export interface NewEvent {
  /** Who made the row that it is about: freelancers hear of their own alone. */
  createdBy: string | null;
  /** What the event tells: the row as programs read it. */
  data: Record<string, unknown>;
}

const p = sql.placeholder;

/** A delivery for each subscription that wants the event and whose owner may hear of it. */
const insertDeliveries = rawStatement<{ id: string }>(sql`
  insert into webhook_deliveries (tenant_id, subscription_id, event_id, event, payload, created_at, next_attempt_at)
  select s.tenant_id, s.id, ${p('eventId')}::uuid, ${p('event')}, ${p('payload')}::text::jsonb,
    ${p('now')}::timestamptz, ${p('now')}::timestamptz
  from webhook_subscriptions s
  join members m on m.tenant_id = s.tenant_id and m.user_id = s.created_by and m.removed_at is null
  where s.tenant_id = ${p('tenantId')}::uuid and s.active
    and (s.events @> array[${p('event')}] or s.events @> array['*'])
    and (m.role in ('owner', 'admin', 'manager')
      or (m.role = 'freelancer' and m.user_id = ${p('createdBy')}::uuid))
  returning id`);

/**
 * Tells other programs of a change: deliveries and jobs go into its transaction, so that there are some if and only if
 * the change happens.
 */
export async function queueEvent(
  ctx: WriteCtx,
  event: WebhookEvent,
  { createdBy, data }: NewEvent,
): Promise<void> {
  const tx = await ctx.tx();
  const eventId = newId();
  const now = ctx.now.toString();
  const payload = { id: eventId, event, timestamp: new Date(ctx.now.epochMilliseconds).toISOString(), data };
  const made = await insertDeliveries(tx, {
    tenantId: ctx.tenant.id,
    eventId,
    event,
    payload: JSON.stringify(payload),
    now,
    createdBy,
  });
  for (const { id } of made)
    ctx.enqueue(DELIVERY_JOB, { deliveryId: id, attempt: 0 }, { maxAttempts: DELIVERY_TRIES });
}
