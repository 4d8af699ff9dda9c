import type { ChargeListItem } from '@officina/contracts/charges';
import { charges } from '@officina/db/schema/office';
import { and, eq } from 'drizzle-orm';
import { toDate } from '../../kernel/clock.ts';
import type { WriteCtx } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { presentCharge } from './charge-row.ts';
import { CHARGE_TRANSITIONS, type ChargeAction } from './charge-status.ts';
import { loadCharge } from './load-charge.ts';

/**
 * Takes a charge a step on. Its row is locked from the look at its status to the change, so of several at one moment
 * one wins. BAD_REQUEST for a charge that is missing or stands elsewhere, in the words of the specification.
 */
export async function moveCharge(ctx: WriteCtx, ref: number, action: ChargeAction): Promise<ChargeListItem> {
  const { from, to, stamp, verb, refusal } = CHARGE_TRANSITIONS[action];
  const own = and(eq(charges.tenantId, ctx.tenant.id), eq(charges.ref, ref));
  const tx = await ctx.tx();
  const [before] = await tx.select({ status: charges.status }).from(charges).where(own).for('update');
  if (!before) throw new AppError('BAD_REQUEST', `Charge ${ref} not found`);
  if (!from.includes(before.status)) throw new AppError('BAD_REQUEST', refusal(before.status));
  const at = toDate(ctx.now);
  const [row] = await tx
    .update(charges)
    .set({ status: to, [stamp]: at })
    .where(own)
    .returning({ id: charges.id, contactId: charges.contactId });
  if (!row) throw new Error('the charge was not changed');
  ctx.record({
    verb,
    subject: { type: 'charge', id: row.id },
    contactId: row.contactId,
    before,
    after: { status: to },
  });
  return presentCharge(ctx, await loadCharge(ctx, ref));
}
