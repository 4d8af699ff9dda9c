import { payments } from '@officina/db/schema/payments';
import { invoices } from '@officina/db/schema/sales';
import { tenants } from '@officina/db/schema/tenancy';
import { and, eq, isNull, type SQL } from 'drizzle-orm';
import type { WriteCtx } from '../../../kernel/context.ts';
import { isUuid } from '../../../kernel/ids.ts';
import { inTenant } from '../../../kernel/in-tenant.ts';
import { crossTenant } from '../../../kernel/statement.ts';
import { tenantColumns, tenantOf } from '../../../kernel/tenant-row.ts';
import type { PaymentRow } from '../load-payments.ts';
import { type StripeEvent, textOf } from '../stripe-event.ts';

type InvoiceRow = typeof invoices.$inferSelect;

/** A payment that was asked for on an invoice, both held, and the context of their tenant. */
export interface HeldPayment {
  ctx: WriteCtx;
  payment: PaymentRow;
  invoice: InvoiceRow;
}

/** The invoice is held before its payments, as everywhere, so that no two wait for each other. */
export async function holdPayment(ctx: WriteCtx, condition: SQL | undefined): Promise<HeldPayment | null> {
  const tx = await ctx.tx();
  const [found] = await tx
    .select({ id: payments.id, invoiceId: payments.invoiceId, tenant: tenantColumns })
    .from(payments)
    .innerJoin(tenants, eq(tenants.id, payments.tenantId))
    .where(
      and(
        eq(payments.purpose, 'invoice'),
        eq(payments.method, 'stripe'),
        condition,
        crossTenant('an event names the provider’s ids alone'),
      ),
    );
  if (!found?.invoiceId) return null;
  const tenantId = found.tenant.id;
  const [invoice] = await tx
    .select()
    .from(invoices)
    .where(and(eq(invoices.tenantId, tenantId), eq(invoices.id, found.invoiceId)))
    .for('update');
  const [payment] = await tx
    .select()
    .from(payments)
    .where(and(eq(payments.tenantId, tenantId), eq(payments.id, found.id)))
    .for('update');
  if (!invoice || !payment) return null;
  return { ctx: inTenant(ctx, tenantOf(found.tenant)), payment, invoice };
}

/**
 * The payment whose checkout an event tells of: `metadata.invoiceId` names its invoice and the session is its own.
 * `unmatched` while the payment does not know its session yet.
 */
export async function paymentOfSession(
  ctx: WriteCtx,
  { object }: StripeEvent,
): Promise<HeldPayment | 'unmatched' | null> {
  const session = textOf(object, 'id');
  const invoiceId = textOf(object.metadata, 'invoiceId');
  if (!session || !invoiceId || !isUuid(invoiceId)) return null;
  const held = await holdPayment(ctx, eq(payments.stripeSessionId, session));
  if (held) return held.invoice.id === invoiceId.toLowerCase() ? held : null;
  const [tenantId, paymentId] = ['tenantId', 'paymentId'].map((key) => textOf(object.metadata, key) ?? '');
  if (!tenantId || !paymentId || !isUuid(tenantId) || !isUuid(paymentId)) return null;
  const own = and(eq(payments.tenantId, tenantId), eq(payments.id, paymentId));
  return (await holdPayment(ctx, and(own, isNull(payments.stripeSessionId)))) && 'unmatched';
}
