import { PAYMENT_METHODS, type PaymentMethod } from '@officina/contracts/sales';
import { sql } from 'drizzle-orm';
import { bigint, check, foreignKey, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { createdAt, moment, oneOf, rowId, tenantId, words } from './columns.ts';
import { invoices } from './sales.ts';

/** Money received on an invoice. Rows are never deleted: an undone one is marked reversed. */
export const payments = pgTable(
  'payments',
  {
    tenantId: tenantId(),
    id: rowId(),
    invoiceId: uuid('invoice_id').notNull(),
    amountMinor: bigint('amount_minor', { mode: 'number' }).notNull(),
    method: words<PaymentMethod>('method').notNull(),
    paidAt: moment('paid_at').notNull(),
    reversedAt: moment('reversed_at'),
    reversedReason: text('reversed_reason'),
    createdBy: uuid('created_by'),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({
      name: 'payments_invoice_fk',
      columns: [t.tenantId, t.invoiceId],
      foreignColumns: [invoices.tenantId, invoices.id],
    }),
    index('payments_invoice').on(t.tenantId, t.invoiceId),
    oneOf('payments_method', t.method, PAYMENT_METHODS),
    check('payments_positive', sql`amount_minor > 0`),
  ],
);
