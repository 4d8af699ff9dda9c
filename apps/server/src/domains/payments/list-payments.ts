import type { Page } from '@officina/contracts/paging';
import type { PaymentView } from '@officina/contracts/payments';
import { paymentList } from '@officina/contracts/payments-inputs';
import { items } from '@officina/db/schema/items';
import { payments } from '@officina/db/schema/payments';
import { invoices } from '@officina/db/schema/sales';
import { and, desc, eq, sql } from 'drizzle-orm';
import { decodeCursor, isMoment, pageOf } from '../../kernel/keyset.ts';
import { read } from '../../kernel/operation.ts';
import { preparedByShape } from '../../kernel/statement.ts';
import { paymentsInScope, type Scope, scopeOf } from './intents/payment-scope.ts';
import { payerName, paymentRows, presentPayment } from './payment-view.ts';

interface Shape {
  scope: Scope;
  status: boolean;
  purpose: boolean;
  invoice: boolean;
  search: boolean;
  mismatch: boolean;
  after: boolean;
}

const given = sql.placeholder;
const beyond = sql`(${payments.mismatched}, ${payments.createdAt}, ${payments.id})
  < (${given('cursorMismatched')}::boolean, ${given('cursorAt')}::timestamptz, ${given('cursorId')}::uuid)`;

/** The sort value of a cursor: whether it does not match, and when it was made. */
const MARK = '!';
const placeOf = (row: { mismatched: boolean; createdAt: Date }): string =>
  `${row.mismatched ? MARK : ''}${row.createdAt.toISOString()}`;
const momentOf = (place: unknown): string => String(place).replace(MARK, '');
const isPlace = (value: string | number | null): boolean => isMoment(momentOf(value));

const found = sql`position(lower(${given('search')}::text) in lower(concat_ws(' ', ${payerName}, ${invoices.number},
  ${items.title}, ${payments.stripePaymentIntentId}))) > 0`;

const page = preparedByShape(
  (shape: Shape) => JSON.stringify(shape),
  (db, shape) =>
    paymentRows(db)
      .where(
        and(
          eq(payments.tenantId, given('tenantId')),
          paymentsInScope(shape.scope),
          shape.status ? eq(payments.status, given('status')) : undefined,
          shape.purpose ? eq(payments.purpose, given('purpose')) : undefined,
          shape.invoice ? eq(payments.invoiceId, given('invoiceId')) : undefined,
          shape.search ? found : undefined,
          shape.mismatch ? eq(payments.mismatched, true) : undefined,
          shape.after ? beyond : undefined,
        ),
      )
      .orderBy(desc(payments.mismatched), desc(payments.createdAt), desc(payments.id))
      .limit(given('limit'))
      .prepare(`payments_page_${Object.values(shape).join('_')}`),
);

/** Payments, those that do not match first, then the newest: of the firm for its staff, their own for freelancers and clients. */
export const listPayments = read({
  name: 'payments.list',
  permission: 'payments.read',
  input: paymentList,
  async run(
    ctx,
    { limit, cursor, mismatch, status, purpose, invoiceId, ...asked },
  ): Promise<Page<PaymentView>> {
    const after = decodeCursor(cursor, isPlace);
    const { scope, me } = scopeOf(ctx);
    const search = asked.search?.trim();
    const shape: Shape = {
      scope,
      status: status !== undefined,
      purpose: purpose !== undefined,
      invoice: invoiceId !== undefined,
      search: Boolean(search),
      mismatch,
      after: after !== null,
    };
    const rows = await page(ctx.db, shape).execute({
      tenantId: ctx.tenant.id,
      me,
      status,
      purpose,
      invoiceId,
      search,
      limit: limit + 1,
      ...(after && {
        cursorMismatched: String(after.value).startsWith(MARK),
        cursorAt: momentOf(after.value),
        cursorId: after.id,
      }),
    });
    return pageOf(
      rows,
      limit,
      (row) => ({ value: placeOf(row), id: row.id }),
      (row) => presentPayment(ctx, row),
    );
  },
});
