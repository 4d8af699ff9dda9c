import type { Page } from '@officina/contracts/paging';
import type { SubscriptionView } from '@officina/contracts/payments';
import { subscriptionList } from '@officina/contracts/payments-inputs';
import { users } from '@officina/db/schema/identity';
import { subscriptions } from '@officina/db/schema/shop';
import { and, desc, eq, getTableColumns, sql } from 'drizzle-orm';
import { decodeCursor, isMoment, pageOf } from '../../kernel/keyset.ts';
import { read } from '../../kernel/operation.ts';
import { preparedByShape } from '../../kernel/statement.ts';
import { scopeOf } from './intents/payment-scope.ts';

const given = sql.placeholder;
const beyond = sql`(${subscriptions.createdAt}, ${subscriptions.id})
  < (${given('cursorAt')}::timestamptz, ${given('cursorId')}::uuid)`;

const page = preparedByShape(
  (shape: { all: boolean; after: boolean }) => JSON.stringify(shape),
  (db, { all, after }) =>
    db
      .select({ ...getTableColumns(subscriptions), payer: users.name })
      .from(subscriptions)
      .leftJoin(users, eq(users.id, subscriptions.userId))
      .where(
        and(
          eq(subscriptions.tenantId, given('tenantId')),
          all ? undefined : eq(subscriptions.userId, given('me')),
          after ? beyond : undefined,
        ),
      )
      .orderBy(desc(subscriptions.createdAt), desc(subscriptions.id))
      .limit(given('limit'))
      .prepare(`subscriptions_page_${all}_${after}`),
);

/** Regular payments, newest first: of all for staff, their own for everybody else. */
export const listSubscriptions = read({
  name: 'payments.subscriptions',
  permission: 'payments.read',
  input: subscriptionList,
  async run(ctx, { limit, cursor }): Promise<Page<SubscriptionView>> {
    const after = decodeCursor(cursor, isMoment);
    const { scope, me } = scopeOf(ctx);
    const rows = await page(ctx.db, { all: scope === 'all', after: after !== null }).execute({
      tenantId: ctx.tenant.id,
      me,
      limit: limit + 1,
      ...(after && { cursorAt: after.value, cursorId: after.id }),
    });
    return pageOf(
      rows,
      limit,
      (row) => ({ value: row.createdAt.toISOString(), id: row.id }),
      (row) => ({
        id: row.id,
        userId: row.userId,
        payer: row.payer,
        stripeSubscriptionId: row.stripeSubscriptionId,
        status: row.status,
        cancelAtPeriodEnd: row.cancelAtPeriodEnd,
        periodEnd: row.periodEnd?.toISOString() ?? null,
      }),
    );
  },
});
