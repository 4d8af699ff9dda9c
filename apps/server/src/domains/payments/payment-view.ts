import type { PaymentPurpose, PaymentView } from '@officina/contracts/payments';
import type { Executor } from '@officina/db/client';
import { contacts } from '@officina/db/schema/contacts';
import { users } from '@officina/db/schema/identity';
import { items } from '@officina/db/schema/items';
import { payments } from '@officina/db/schema/payments';
import { invoices } from '@officina/db/schema/sales';
import { guestSessions } from '@officina/db/schema/shop';
import { and, eq, getTableColumns, sql } from 'drizzle-orm';
import { may } from '../../kernel/authorize.ts';
import type { Ctx } from '../../kernel/context.ts';

/** What was given back of it. The outer row's columns are spelled out. */
const refunded = sql<string>`(select coalesce(-sum(r.amount_minor), 0) from payments r
  where r.tenant_id = payments.tenant_id and r.purpose = 'refund'
    and r.stripe_payment_intent_id = payments.stripe_payment_intent_id)`;

/** Who paid; of an invoice that was paid by its link, whose it is. */
export const payerName = sql<
  string | null
>`coalesce(${users.name}, ${guestSessions.name}, ${contacts.displayName})`;

/** Payments with what they pay for and who paid. */
export const paymentRows = (db: Executor) =>
  db
    .select({
      ...getTableColumns(payments),
      invoiceCurrency: invoices.currency,
      invoiceNumber: invoices.number,
      invoiceSeries: invoices.series,
      item: items.title,
      payer: payerName.as('payer'),
      refunded: refunded.as('refunded'),
    })
    .from(payments)
    .leftJoin(invoices, and(eq(invoices.tenantId, payments.tenantId), eq(invoices.id, payments.invoiceId)))
    .leftJoin(contacts, and(eq(contacts.tenantId, invoices.tenantId), eq(contacts.id, invoices.contactId)))
    .leftJoin(items, and(eq(items.tenantId, payments.tenantId), eq(items.id, payments.itemId)))
    .leftJoin(users, eq(users.id, payments.userId))
    .leftJoin(
      guestSessions,
      and(eq(guestSessions.tenantId, payments.tenantId), eq(guestSessions.paymentId, payments.id)),
    );

export type PaymentWithFacts = Awaited<ReturnType<typeof paymentRows>>[number];

/** Of these the provider's event tells what follows. A place in a programme is decided on by the academy's staff. */
const REFUNDABLE: readonly PaymentPurpose[] = ['invoice', 'order', 'intent', 'item', 'guest'];

/** Minor units that may still be given back of what came by the provider. */
export function refundableMinor(row: PaymentWithFacts): number {
  const came = row.status === 'succeeded' && !row.reversedAt && row.stripePaymentIntentId !== null;
  return came && REFUNDABLE.includes(row.purpose) ? row.amountMinor - Number(row.refunded) : 0;
}

export const presentPayment = (ctx: Ctx, row: PaymentWithFacts): PaymentView => ({
  id: row.id,
  purpose: row.purpose,
  status: row.status,
  stripePaymentIntentId: row.stripePaymentIntentId,
  amountCents: row.amountMinor,
  feeCents: row.feeMinor,
  payoutCents: row.payoutMinor,
  currency: (row.currency ?? row.invoiceCurrency ?? '').toUpperCase(),
  userId: row.userId,
  payer: row.payer,
  invoiceId: row.invoiceId,
  invoice: row.invoiceSeries ? { number: row.invoiceNumber, series: row.invoiceSeries } : null,
  itemId: row.itemId,
  item: row.item,
  // What was given back is itself no payment of which something could be.
  refundedCents: row.purpose === 'refund' ? 0 : Number(row.refunded),
  errorMessage: row.errorMessage,
  mismatch: row.mismatched,
  paidAt: row.paidAt?.toISOString() ?? null,
  createdAt: row.createdAt.toISOString(),
  abilities: { refund: may(ctx.actor, 'payments.refund') && refundableMinor(row) > 0 },
});
