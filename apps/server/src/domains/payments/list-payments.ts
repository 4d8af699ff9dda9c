import type { Page } from '@officina/contracts/paging';
import { PAYMENT_MISMATCH, type PaymentView } from '@officina/contracts/payments';
import { paymentList } from '@officina/contracts/payments-inputs';
import { users } from '@officina/db/schema/identity';
import { payments } from '@officina/db/schema/payments';
import { invoices } from '@officina/db/schema/sales';
import { guestSessions } from '@officina/db/schema/shop';
import { and, desc, eq, getTableColumns, sql } from 'drizzle-orm';
import { decodeCursor, isMoment, pageOf } from '../../kernel/keyset.ts';
import { read } from '../../kernel/operation.ts';
import { preparedByShape } from '../../kernel/statement.ts';
import { paymentsInScope, type Scope, scopeOf } from './intents/payment-scope.ts';

interface Shape {
  scope: Scope;
  status: boolean;
  purpose: boolean;
  invoice: boolean;
  mismatch: boolean;
  after: boolean;
}

const given = sql.placeholder;
const beyond = sql`(${payments.createdAt}, ${payments.id})
  < (${given('cursorAt')}::timestamptz, ${given('cursorId')}::uuid)`;

const page = preparedByShape(
  (shape: Shape) => JSON.stringify(shape),
  (db, shape) =>
    db
      .select({
        ...getTableColumns(payments),
        invoiceCurrency: invoices.currency,
        payer: sql<string | null>`coalesce(${users.name}, ${guestSessions.name})`,
      })
      .from(payments)
      .leftJoin(invoices, and(eq(invoices.tenantId, payments.tenantId), eq(invoices.id, payments.invoiceId)))
      .leftJoin(users, eq(users.id, payments.userId))
      .leftJoin(
        guestSessions,
        and(eq(guestSessions.tenantId, payments.tenantId), eq(guestSessions.paymentId, payments.id)),
      )
      .where(
        and(
          eq(payments.tenantId, given('tenantId')),
          paymentsInScope(shape.scope),
          shape.status ? eq(payments.status, given('status')) : undefined,
          shape.purpose ? eq(payments.purpose, given('purpose')) : undefined,
          shape.invoice ? eq(payments.invoiceId, given('invoiceId')) : undefined,
          shape.mismatch ? eq(payments.errorMessage, PAYMENT_MISMATCH) : undefined,
          shape.after ? beyond : undefined,
        ),
      )
      .orderBy(desc(payments.createdAt), desc(payments.id))
      .limit(given('limit'))
      .prepare(`payments_page_${Object.values(shape).join('_')}`),
);

type Row = typeof payments.$inferSelect & { invoiceCurrency: string | null; payer: string | null };

const present = (row: Row): PaymentView => ({
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
  itemId: row.itemId,
  errorMessage: row.errorMessage,
  mismatch: row.errorMessage === PAYMENT_MISMATCH,
  paidAt: row.paidAt?.toISOString() ?? null,
  createdAt: row.createdAt.toISOString(),
});

/** Payments, newest first: of the firm for its staff, their own for freelancers and clients. */
export const listPayments = read({
  name: 'payments.list',
  permission: 'payments.read',
  input: paymentList,
  async run(ctx, { limit, cursor, mismatch, status, purpose, invoiceId }): Promise<Page<PaymentView>> {
    const after = decodeCursor(cursor, isMoment);
    const { scope, me } = scopeOf(ctx);
    const shape: Shape = {
      scope,
      status: status !== undefined,
      purpose: purpose !== undefined,
      invoice: invoiceId !== undefined,
      mismatch,
      after: after !== null,
    };
    const rows = await page(ctx.db, shape).execute({
      tenantId: ctx.tenant.id,
      me,
      status,
      purpose,
      invoiceId,
      limit: limit + 1,
      ...(after && { cursorAt: after.value, cursorId: after.id }),
    });
    return pageOf(rows, limit, (row) => ({ value: row.createdAt.toISOString(), id: row.id }), present);
  },
});
