import { paymentCustomers } from '@officina/db/schema/shop';
import { and, eq } from 'drizzle-orm';
import type { UserActor } from '../../../kernel/actor.ts';
import { toDate } from '../../../kernel/clock.ts';
import type { Ctx } from '../../../kernel/context.ts';
import { AppError } from '../../../kernel/errors.ts';
import { stage } from '../../../kernel/operation.ts';
import { askForPayment } from './ask-for-payment.ts';

async function knownCustomer(ctx: Ctx, userId: string): Promise<string | null> {
  const [row] = await ctx.db
    .select({ id: paymentCustomers.stripeCustomerId })
    .from(paymentCustomers)
    .where(and(eq(paymentCustomers.tenantId, ctx.tenant.id), eq(paymentCustomers.userId, userId)));
  return row?.id ?? null;
}

/** Whom the provider knows a signed-in person as; made when they first pay. */
export async function customerOf(ctx: Ctx, { id, email, name }: UserActor): Promise<string> {
  const known = await knownCustomer(ctx, id);
  if (known) return known;
  const facts = { email, name, metadata: { tenantId: ctx.tenant.id, userId: id } };
  const made = await askForPayment(() =>
    ctx.services.payments.createCustomer(facts, `customer:${ctx.tenant.id}:${id}`),
  );
  await stage(ctx, async (unit) => {
    const tx = await unit.tx();
    await tx
      .insert(paymentCustomers)
      .values({
        tenantId: ctx.tenant.id,
        userId: id,
        stripeCustomerId: made.id,
        createdAt: toDate(ctx.now),
      })
      .onConflictDoNothing();
  });
  const kept = await knownCustomer(ctx, id);
  if (!kept) throw new AppError('SERVICE_UNAVAILABLE');
  return kept;
}

/** The customer of whoever is signed in, null for a visitor. Throws VALIDATION_ERROR for one that is named and not theirs. */
export async function ownCustomer(ctx: Ctx, named?: string | null): Promise<string | null> {
  const { actor } = ctx;
  const foreign = new AppError('VALIDATION_ERROR', undefined, [
    { field: 'customerId', message: 'Not your own customer' },
  ]);
  if (actor.kind !== 'user') {
    if (named) throw foreign;
    return null;
  }
  if (named && named !== (await knownCustomer(ctx, actor.id))) throw foreign;
  return customerOf(ctx, actor);
}
