import { payments } from '@officina/db/schema/payments';
import { and, eq } from 'drizzle-orm';
import type { Ctx } from '../../../kernel/context.ts';
import { AppError } from '../../../kernel/errors.ts';
import { claimKey, keepAnswer } from '../../../kernel/idempotency.ts';
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

/**
 * The row of a payment that is about to be asked for: a new one, or the one that the same key has made before. The row's
 * id is what is kept of a key, not the answer: the provider gives the same payment for the same row.
 */
export async function oncePerKey(
  ctx: Ctx,
  { route, key, asked }: Keyed,
  facts: () => NewIntent,
): Promise<PaymentRow> {
  return stage(ctx, async (unit) => {
    if (!key) return newIntent(unit, facts());
    const request = { route: `payments/${route}`, key, input: asked };
    const kept = await claimKey(unit, request);
    if (!kept) {
      const row = await newIntent(unit, facts());
      await keepAnswer(unit, request, { status: 200, text: row.id });
      return row;
    }
    const [row] = await unit.db
      .select()
      .from(payments)
      .where(and(eq(payments.tenantId, ctx.tenant.id), eq(payments.id, kept.text)));
    if (!row) throw new AppError('IDEMPOTENCY_MISMATCH');
    return row;
  });
}
