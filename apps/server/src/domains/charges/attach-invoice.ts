import type { ChargeListItem } from '@officina/contracts/charges';
import { chargeInvoiceAttach } from '@officina/contracts/charges-inputs';
import { chargeInvoices, charges } from '@officina/db/schema/office';
import { and, eq } from 'drizzle-orm';
import { userIdOf } from '../../kernel/actor.ts';
import { toDate } from '../../kernel/clock.ts';
import { AppError, notFound } from '../../kernel/errors.ts';
import { write } from '../../kernel/operation.ts';
import { presentCharge } from './charge-row.ts';
import { loadCharge } from './load-charge.ts';

/** Notes the invoice under which an issued charge was billed: one, for ever. */
export const attachInvoice = write({
  name: 'charges.attachInvoice',
  permission: 'office.charges.write',
  input: chargeInvoiceAttach,
  conflicts: {
    charge_invoices_pk: ({ ref }) => new AppError('CONFLICT', `Charge ${ref} already has an invoice`),
  },
  async run(ctx, { ref, provider, externalInvoiceId, documentUrl = null }): Promise<ChargeListItem> {
    const tx = await ctx.tx();
    const [charge] = await tx
      .select({ id: charges.id, contactId: charges.contactId, status: charges.status })
      .from(charges)
      .where(and(eq(charges.tenantId, ctx.tenant.id), eq(charges.ref, ref)))
      .for('update');
    if (!charge) throw notFound('Charge');
    if (charge.status !== 'issued')
      throw new AppError('BAD_REQUEST', `Cannot attach invoice to charge with status ${charge.status}`);
    const invoice = { provider, externalInvoiceId, documentUrl };
    await tx.insert(chargeInvoices).values({
      ...invoice,
      tenantId: ctx.tenant.id,
      chargeId: charge.id,
      createdBy: userIdOf(ctx.actor),
      createdAt: toDate(ctx.now),
    });
    ctx.record({
      verb: 'charge.invoice_attached',
      subject: { type: 'charge', id: charge.id },
      contactId: charge.contactId,
      after: invoice,
    });
    return presentCharge(ctx, await loadCharge(ctx, ref));
  },
});
