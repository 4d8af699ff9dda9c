import { PLAN_LIMITS } from '@officina/contracts/plans';
import { contacts } from '@officina/db/schema/contacts';
import { tenants } from '@officina/db/schema/tenancy';
import { and, count, eq, isNull } from 'drizzle-orm';
import type { WriteCtx } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';

export interface ContactRoom {
  /** How many more live contacts the plan allows; Infinity without a limit. */
  left: number;
  /** The error for the one that is too many. */
  refusal(): AppError;
}

const refusalOf = (details: Record<string, unknown> = {}) =>
  new AppError('PLAN_LIMIT_REACHED', undefined, details);
const UNLIMITED: ContactRoom = { left: Number.POSITIVE_INFINITY, refusal: refusalOf };

/**
 * What the plan leaves, decided under a lock of the tenant's row, so that parallel creations cannot pass the limit
 * together; unlimited plans take no lock.
 */
export async function contactRoom(ctx: WriteCtx): Promise<ContactRoom> {
  if (PLAN_LIMITS[ctx.tenant.plan].contacts === null) return UNLIMITED;
  const tx = await ctx.tx();
  const [tenant] = await tx
    .select({ plan: tenants.plan })
    .from(tenants)
    .where(eq(tenants.id, ctx.tenant.id))
    .for('update');
  const plan = tenant?.plan ?? ctx.tenant.plan;
  const limit = PLAN_LIMITS[plan].contacts;
  if (limit === null) return UNLIMITED;
  const live = and(eq(contacts.tenantId, ctx.tenant.id), isNull(contacts.deletedAt));
  const [row] = await tx.select({ used: count() }).from(contacts).where(live);
  const used = row?.used ?? 0;
  return {
    left: Math.max(0, limit - used),
    refusal: () => refusalOf({ plan: plan.toUpperCase(), resource: 'contacts', limit, used }),
  };
}

/** Refuses `adding` more live contacts than the plan allows. */
export async function checkContactLimit(ctx: WriteCtx, adding: number): Promise<void> {
  const room = await contactRoom(ctx);
  if (adding > room.left) throw room.refusal();
}
