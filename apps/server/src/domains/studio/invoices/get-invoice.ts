import { byId } from '@officina/contracts/contacts-inputs';
import type { StudioInvoiceDetail } from '@officina/contracts/studio';
import { payments } from '@officina/db/schema/payments';
import { payLinks } from '@officina/db/schema/studio';
import { and, count, desc, eq, isNull } from 'drizzle-orm';
import { read } from '../../../kernel/operation.ts';
import { whoever } from '../../permissions/may-on.ts';
import { presentInvoice, studioInvoiceAbilities } from './invoice-row.ts';
import { loadInvoice } from './load-invoice.ts';

/** One invoice with its lines, what was paid or tried, and how many links open it. */
export const getStudioInvoice = read({
  name: 'studioInvoices.get',
  permission: 'studio.invoices.read',
  openedBy: whoever('invoice', 'can_view'),
  input: byId,
  async run(ctx, { id }): Promise<StudioInvoiceDetail> {
    const row = await loadInvoice(ctx, id);
    const [paid, [links]] = await Promise.all([
      ctx.db
        .select()
        .from(payments)
        .where(and(eq(payments.tenantId, ctx.tenant.id), eq(payments.invoiceId, id)))
        .orderBy(desc(payments.createdAt), desc(payments.id))
        .limit(50),
      ctx.db
        .select({ live: count() })
        .from(payLinks)
        .where(
          and(eq(payLinks.tenantId, ctx.tenant.id), eq(payLinks.invoiceId, id), isNull(payLinks.revokedAt)),
        ),
    ]);
    return {
      ...presentInvoice(ctx, row),
      payments: paid.map((payment) => ({
        id: payment.id,
        amountCents: payment.amountMinor,
        status: payment.status,
        paidAt: payment.paidAt?.toISOString() ?? null,
        createdAt: payment.createdAt.toISOString(),
        errorMessage: payment.errorMessage,
      })),
      payLinks: links?.live ?? 0,
      abilities: studioInvoiceAbilities(ctx, row),
    };
  },
});
