import { items } from '@officina/db/schema/items';
import { payments } from '@officina/db/schema/payments';
import { invoices } from '@officina/db/schema/sales';
import { and, eq, exists, or, type SQL, sql } from 'drizzle-orm';
import { QueryBuilder } from 'drizzle-orm/pg-core';
import { type Actor, userIdOf } from '../../../kernel/actor.ts';
import { may } from '../../../kernel/authorize.ts';
import type { Ctx } from '../../../kernel/context.ts';

/** Whose payments somebody reads: the firm's, those that they or what they made brought, or those that they made. */
export type Scope = 'all' | 'maker' | 'payer';

const OWN_ONLY = ['freelancer', 'client', 'client_admin'];

/** Staff read all payments of the firm; freelancers and clients those that concern them. */
export function readsAllPayments(actor: Actor): boolean {
  if (actor.kind === 'system') return true;
  return actor.kind === 'user' && may(actor, 'payments.read') && !OWN_ONLY.includes(actor.role);
}

/** `me` is the value of the placeholder of that name in the conditions below. */
export function scopeOf({ actor }: Ctx): { scope: Scope; me: string | null } {
  const role = actor.kind === 'user' ? actor.role : null;
  const own = role === 'freelancer' ? 'maker' : 'payer';
  const all = actor.kind === 'system' || (role !== null && !OWN_ONLY.includes(role));
  return { scope: all ? 'all' : own, me: userIdOf(actor) };
}

const one = new QueryBuilder();
const me = sql.placeholder('me');

export function paymentsInScope(scope: Scope): SQL | undefined {
  if (scope === 'all') return undefined;
  const own = or(eq(payments.userId, me), eq(payments.createdBy, me));
  if (scope === 'payer') return own;
  const invoice = and(
    eq(invoices.tenantId, payments.tenantId),
    eq(invoices.id, payments.invoiceId),
    eq(invoices.createdBy, me),
  );
  const item = and(
    eq(items.tenantId, payments.tenantId),
    eq(items.id, payments.itemId),
    eq(items.creatorId, me),
  );
  return or(
    own,
    exists(one.select({ one: sql`1` }).from(invoices).where(invoice)),
    exists(one.select({ one: sql`1` }).from(items).where(item)),
  );
}
