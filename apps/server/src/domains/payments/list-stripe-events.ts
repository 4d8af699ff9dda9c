import type { StripeEventView } from '@officina/contracts/orders';
import { stripeEventList } from '@officina/contracts/orders-inputs';
import type { Page } from '@officina/contracts/paging';
import { stripeEvents } from '@officina/db/schema/stripe-events';
import { and, desc, eq, inArray, isNull, or, type SQL, sql } from 'drizzle-orm';
import type { output as OutputOf } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { decodeCursor, isMoment, pageOf } from '../../kernel/keyset.ts';
import { read } from '../../kernel/operation.ts';
import { followedTypes } from './stripe-effects.ts';

type StripeEventList = OutputOf<typeof stripeEventList>;

/**
 * The events that an admin sees: those that concern their tenant. What concerns nobody that we know of is for the
 * installation's own firm to look after.
 */
export function visibleEvents(ctx: Ctx): SQL | undefined {
  const own = eq(stripeEvents.concerns, ctx.tenant.id);
  const ours = ctx.tenant.subdomain === ctx.services.config.defaultTenant;
  return ours ? or(own, isNull(stripeEvents.concerns)) : own;
}

const columns = {
  id: stripeEvents.id,
  type: stripeEvents.type,
  status: stripeEvents.status,
  concerns: stripeEvents.concerns,
  attempts: stripeEvents.attempts,
  error: stripeEvents.error,
  created: stripeEvents.created,
  receivedAt: stripeEvents.receivedAt,
  processedAt: stripeEvents.processedAt,
};
type Row = Pick<typeof stripeEvents.$inferSelect, keyof typeof columns>;

const present = (row: Row): StripeEventView => ({
  id: row.id,
  type: row.type,
  status: row.status,
  acted: row.status === 'processed' && row.concerns !== null,
  attempts: row.attempts,
  error: row.error,
  createdAt: row.created.toISOString(),
  receivedAt: row.receivedAt.toISOString(),
  processedAt: row.processedAt?.toISOString() ?? null,
  abilities: { retry: row.status !== 'processed' },
});

/** What the payment provider told, the last that arrived first; for the logs of the domains that live of it. */
export async function pageOfEvents(
  ctx: Ctx,
  { limit, cursor, status, followed }: StripeEventList,
): Promise<Page<StripeEventView>> {
  const after = decodeCursor(cursor, isMoment, (id) => id.length <= 255 && !id.includes('\0'));
  const rows = await ctx.db
    .select(columns)
    .from(stripeEvents)
    .where(
      and(
        visibleEvents(ctx),
        status ? eq(stripeEvents.status, status) : undefined,
        followed ? inArray(stripeEvents.type, followedTypes()) : undefined,
        after
          ? sql`(${stripeEvents.receivedAt}, ${stripeEvents.id}) < (${after.value}::timestamptz, ${after.id})`
          : undefined,
      ),
    )
    .orderBy(desc(stripeEvents.receivedAt), desc(stripeEvents.id))
    .limit(limit + 1);
  return pageOf(rows, limit, (row) => ({ value: row.receivedAt.toISOString(), id: row.id }), present);
}

export const listStripeEvents = read({
  name: 'payments.events',
  permission: 'portal.payments.log',
  input: stripeEventList,
  run: pageOfEvents,
});

/** An event as the log shows it, where the caller sees it. */
export async function findVisibleEvent(ctx: Ctx, id: string) {
  const [row] = await ctx.db
    .select({ ...columns, payload: stripeEvents.payload })
    .from(stripeEvents)
    .where(and(eq(stripeEvents.id, id), visibleEvents(ctx)));
  return row ? { payload: row.payload, view: present(row) } : null;
}
