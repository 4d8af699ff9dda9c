import { byId } from '@officina/contracts/contacts-inputs';
import type { PaymentDetail } from '@officina/contracts/payments';
import { payments } from '@officina/db/schema/payments';
import { and, eq, sql } from 'drizzle-orm';
import type { Ctx } from '../../kernel/context.ts';
import { notFound } from '../../kernel/errors.ts';
import { isUuid } from '../../kernel/ids.ts';
import { read } from '../../kernel/operation.ts';
import { preparedByShape } from '../../kernel/statement.ts';
import { paymentsInScope, type Scope, scopeOf } from './intents/payment-scope.ts';
import { type PaymentWithFacts, paymentRows, presentPayment } from './payment-view.ts';

const one = preparedByShape(
  (scope: Scope) => scope,
  (db, scope) =>
    paymentRows(db)
      .where(
        and(
          eq(payments.tenantId, sql.placeholder('tenantId')),
          eq(payments.id, sql.placeholder('id')),
          paymentsInScope(scope),
        ),
      )
      .prepare(`payment_${scope}`),
);

/** A payment that the caller sees; missing and foreign ones, and those of others, are NOT_FOUND. */
export async function loadPayment(ctx: Ctx, id: string): Promise<PaymentWithFacts> {
  const { scope, me } = scopeOf(ctx);
  const [row] = isUuid(id) ? await one(ctx.db, scope).execute({ tenantId: ctx.tenant.id, id, me }) : [];
  if (!row) throw notFound('Payment');
  return row;
}

export const getPayment = read({
  name: 'payments.get',
  permission: 'payments.read',
  input: byId,
  async run(ctx, { id }): Promise<PaymentDetail> {
    const row = await loadPayment(ctx, id);
    const { stripeSessionId, stripeStatus, metadata } = row;
    return { ...presentPayment(ctx, row), stripeSessionId, stripeStatus, metadata: metadata ?? {} };
  },
});
