import type { Page } from '@officina/contracts/paging';
import type { PortalInvoice, PortalInvoiceState } from '@officina/contracts/portal-invoices';
import { portalInvoiceList, portalInvoicePage } from '@officina/contracts/portal-invoices-inputs';
import { engagementInvoices } from '@officina/db/schema/portal-billing';
import { invoices } from '@officina/db/schema/sales';
import { and, desc, eq, isNotNull, isNull, ne, type SQL, sql } from 'drizzle-orm';
import type { Ctx } from '../../../kernel/context.ts';
import { invalid } from '../../../kernel/errors.ts';
import { isUuid } from '../../../kernel/ids.ts';
import { type Cursor, decodeCursor, isMoment, pageOf } from '../../../kernel/keyset.ts';
import { read } from '../../../kernel/operation.ts';
import { preparedByShape } from '../../../kernel/statement.ts';
import { orgOf } from '../org-scope.ts';
import { portalInvoices, presentPortalInvoice } from './invoice-row.ts';

interface Shape {
  own: boolean;
  one: boolean;
  engagement: boolean;
  state: PortalInvoiceState | null;
  after: boolean;
}

const today = sql`${sql.placeholder('today')}::date`;
/** As `stateOf` says it, over the columns. */
const dated = sql`case when ${invoices.kind} = 'engagement' then ${engagementInvoices.dated} else ${invoices.status} <> 'draft' end`;
const OVERDUE = sql`coalesce(${invoices.dueDate} < ${today}, false)`;
const IN_STATE: Record<PortalInvoiceState, SQL | undefined> = {
  paid: isNotNull(invoices.paidAt),
  draft: and(isNull(invoices.paidAt), sql`not ${dated}`),
  overdue: and(isNull(invoices.paidAt), dated, OVERDUE),
  issued: and(isNull(invoices.paidAt), dated, sql`not ${OVERDUE}`),
};

const statement = preparedByShape(JSON.stringify, (db, { own, one, engagement, state, after }: Shape) => {
  const cursor = sql`(${sql.placeholder('cursorAt')}::timestamptz, ${sql.placeholder('cursorId')}::uuid)`;
  return portalInvoices(db)
    .where(
      and(
        eq(invoices.tenantId, sql.placeholder('tenantId')),
        ne(invoices.kind, 'credit_note'),
        own ? eq(invoices.contactId, sql.placeholder('orgId')) : undefined,
        one ? eq(invoices.id, sql.placeholder('id')) : undefined,
        engagement ? eq(engagementInvoices.engagementId, sql.placeholder('engagementId')) : undefined,
        state ? IN_STATE[state] : undefined,
        after ? sql`(${invoices.createdAt}, ${invoices.id}) < ${cursor}` : undefined,
      ),
    )
    .orderBy(desc(invoices.createdAt), desc(invoices.id))
    .limit(sql.placeholder('limit'))
    .prepare('portal_invoices');
});

interface Question {
  id?: string;
  engagementId?: string;
  status?: PortalInvoiceState;
  after?: Cursor | null;
  limit: number;
}

/** Invoices that the caller sees, whichever surface made them, newest first. */
async function find(ctx: Ctx, { id, engagementId, status, after, limit }: Question) {
  if (engagementId && !isUuid(engagementId)) return [];
  const orgId = orgOf(ctx.actor);
  const shape = {
    own: orgId !== null,
    one: id !== undefined,
    engagement: engagementId !== undefined,
    state: status ?? null,
    after: Boolean(after),
  };
  return statement(ctx.db, shape).execute({
    tenantId: ctx.tenant.id,
    today: ctx.today,
    ...{ limit, orgId, id, engagementId },
    ...(after && { cursorAt: after.value, cursorId: after.id }),
  });
}

/** Invoices, newest first; clients see those of their organisation. Credit notes are not among them. */
export const listPortalInvoices = read({
  name: 'billing.invoices',
  permission: 'portal.billing.read',
  input: portalInvoiceList,
  async run(ctx, { limit, cursor, ...filters }): Promise<Page<PortalInvoice>> {
    const after = decodeCursor(cursor, isMoment);
    const rows = await find(ctx, { ...filters, after, limit: limit + 1 });
    return pageOf(
      rows,
      limit,
      ({ row }) => ({ value: row.createdAt.toISOString(), id: row.id }),
      (row) => presentPortalInvoice(ctx, row),
    );
  },
});

/** As programs read them: the newest, or those older than the item `before`, which must be one of theirs. */
export const pagePortalInvoices = read({
  name: 'billing.page',
  permission: 'portal.billing.read',
  input: portalInvoicePage,
  async run(ctx, { before, ...question }): Promise<PortalInvoice[]> {
    const [last] = before && isUuid(before) ? await find(ctx, { id: before, limit: 1 }) : [];
    if (before && !last) throw invalid({ field: 'before', message: 'Names no item' });
    const after = last && { value: last.row.createdAt.toISOString(), id: last.row.id };
    const rows = await find(ctx, { ...question, after });
    return rows.map((row) => presentPortalInvoice(ctx, row));
  },
});

/** The invoices of an engagement that the caller sees, newest first. */
export async function invoicesOfEngagement(ctx: Ctx, engagementId: string): Promise<PortalInvoice[]> {
  const rows = await find(ctx, { engagementId, limit: 1000 });
  return rows.map((row) => presentPortalInvoice(ctx, row));
}
