import { createHash } from 'node:crypto';
import { idempotencyKeys } from '@officina/db/schema/idempotency';
import { payments } from '@officina/db/schema/payments';
import { and, eq, lt } from 'drizzle-orm';
import { userIdOf } from '../../../kernel/actor.ts';
import { toDate } from '../../../kernel/clock.ts';
import type { Ctx, WriteCtx } from '../../../kernel/context.ts';
import { AppError } from '../../../kernel/errors.ts';
import { stage } from '../../../kernel/operation.ts';
import type { PaymentRow } from '../load-payments.ts';
import { type NewIntent, newIntent } from './new-intent.ts';

interface Keyed {
  route: string;
  /** The caller's `Idempotency-Key`. */
  key: string | null;
  /** All that was asked: something else under the same key is refused. */
  asked: unknown;
}

const KEPT_HOURS = 24;

/** The payment that the key has made before, or null once the key is this request's. */
async function claim(ctx: WriteCtx, { route, key, asked }: Keyed & { key: string }) {
  const id = {
    tenantId: ctx.tenant.id,
    actor: userIdOf(ctx.actor) ?? `ip:${ctx.ip ?? 'local'}`,
    route: `payments/${route}`,
    key,
  };
  const row = and(
    eq(idempotencyKeys.tenantId, id.tenantId),
    eq(idempotencyKeys.actor, id.actor),
    eq(idempotencyKeys.route, id.route),
    eq(idempotencyKeys.key, key),
  );
  const bodyHash = createHash('sha256').update(JSON.stringify(asked)).digest('hex');
  const createdAt = toDate(ctx.now);
  const tx = await ctx.tx();
  const [mine] = await tx
    .insert(idempotencyKeys)
    .values({ ...id, bodyHash, createdAt })
    .onConflictDoUpdate({
      target: [idempotencyKeys.tenantId, idempotencyKeys.actor, idempotencyKeys.route, idempotencyKeys.key],
      set: { bodyHash, createdAt, answer: null },
      setWhere: lt(idempotencyKeys.createdAt, toDate(ctx.now.subtract({ hours: KEPT_HOURS }))),
    })
    .returning({ key: idempotencyKeys.key });
  const keep = (paymentId: string) => tx.update(idempotencyKeys).set({ answer: paymentId }).where(row);
  if (mine) return { kept: null, keep };
  const [kept] = await tx.select().from(idempotencyKeys).where(row);
  if (!kept || kept.bodyHash !== bodyHash) throw new AppError('IDEMPOTENCY_MISMATCH');
  return { kept: kept.answer, keep };
}

/**
 * The row of a payment that is about to be asked for: a new one, or the one that the same key has made before. The row is
 * what is kept of a key, not the answer: the provider gives the same payment for the same row.
 */
export async function oncePerKey(ctx: Ctx, keyed: Keyed, facts: () => NewIntent): Promise<PaymentRow> {
  return stage(ctx, async (unit) => {
    const { key } = keyed;
    if (!key) return newIntent(unit, facts());
    const { kept, keep } = await claim(unit, { ...keyed, key });
    if (!kept) {
      const row = await newIntent(unit, facts());
      await keep(row.id);
      return row;
    }
    const [row] = await unit.db
      .select()
      .from(payments)
      .where(and(eq(payments.tenantId, ctx.tenant.id), eq(payments.id, kept)));
    if (!row) throw new AppError('IDEMPOTENCY_MISMATCH');
    return row;
  });
}
