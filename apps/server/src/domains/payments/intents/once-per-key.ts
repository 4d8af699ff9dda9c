import { payments } from '@officina/db/schema/payments';
import { and, eq } from 'drizzle-orm';
import type { Ctx, WriteCtx } from '../../../kernel/context.ts';
import { AppError } from '../../../kernel/errors.ts';
import { claimKey, keepAnswer } from '../../../kernel/idempotency.ts';
import { newId } from '../../../kernel/ids.ts';
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
 * The id of what is about to be made: a new one, or that of what the same key has made before. The id is what is kept of
 * a key, not the answer: the provider gives the same for the same id.
 */
async function idOf(
  ctx: WriteCtx,
  { route, key, asked }: Keyed,
  make: () => Promise<string>,
): Promise<{ id: string; known: boolean }> {
  if (!key) return { id: await make(), known: false };
  const request = { route: `payments/${route}`, key, input: asked };
  const kept = await claimKey(ctx, request);
  if (kept) return { id: kept.text, known: true };
  const id = await make();
  await keepAnswer(ctx, request, { status: 200, text: id });
  return { id, known: false };
}

/** As `oncePerKey`, for what is no payment and is written later: its id alone. */
export const idPerKey = (ctx: Ctx, keyed: Keyed): Promise<string> =>
  stage(ctx, async (unit) => (await idOf(unit, keyed, async () => newId())).id);

/** The row of a payment that is about to be asked for: a new one, or the one that the same key has made before. */
export async function oncePerKey(ctx: Ctx, keyed: Keyed, facts: () => NewIntent): Promise<PaymentRow> {
  return stage(ctx, async (unit) => {
    let made: PaymentRow | undefined;
    const { id, known } = await idOf(unit, keyed, async () => {
      made = await newIntent(unit, facts());
      return made.id;
    });
    if (made && !known) return made;
    const [row] = await unit.db
      .select()
      .from(payments)
      .where(and(eq(payments.tenantId, ctx.tenant.id), eq(payments.id, id)));
    if (!row) throw new AppError('IDEMPOTENCY_MISMATCH');
    return row;
  });
}
