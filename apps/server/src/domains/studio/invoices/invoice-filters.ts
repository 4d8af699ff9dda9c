import { INVOICE_STATES, type InvoiceState } from '@officina/contracts/sales';
import { escapeLike } from '@officina/contracts/text';
import type { Executor } from '@officina/db/client';
import { contacts } from '@officina/db/schema/contacts';
import { invoices } from '@officina/db/schema/sales';
import { studioInvoices } from '@officina/db/schema/studio';
import { and, count, eq, gte, ilike, isNotNull, isNull, lt, or, type SQL, sql } from 'drizzle-orm';
import type { Ctx } from '../../../kernel/context.ts';
import { preparedByShape } from '../../../kernel/statement.ts';
import { type Reach, reachColumn, reachCondition, reachOf, reachValues } from '../reach.ts';
import { buyerOf, ofInvoice } from './invoice-row.ts';

/** Which conditions a list of invoices needs: one prepared statement is kept per shape. */
export interface InvoiceShape {
  reach: Reach['kind'];
  /** What of it the asker may change by their role. */
  write: Reach['kind'];
  status: InvoiceState | null;
  client: boolean;
  project: boolean;
  search: boolean;
}

const place = sql.placeholder;

/** A derived state as a condition on what is stored. */
function stateCondition(state: InvoiceState): SQL | undefined {
  const sent = eq(invoices.status, 'sent');
  if (state === 'overdue') return and(sent, lt(invoices.dueDate, place('today')));
  if (state !== 'sent') return eq(invoices.status, state);
  return and(sent, or(isNull(invoices.dueDate), gte(invoices.dueDate, place('today'))));
}

/** Clients see what was sent to them, no draft of it. */
const rowOfInvoice = {
  createdBy: invoices.createdBy,
  contactId: invoices.contactId,
  id: invoices.id,
  shownToClients: isNotNull(studioInvoices.sentAt),
};

export const invoiceCondition = (shape: InvoiceShape): SQL | undefined =>
  and(
    eq(invoices.tenantId, place('tenantId')),
    sql`${invoices.kind} = 'studio'`,
    reachCondition(shape.reach, rowOfInvoice, ['invoice', 'can_view']),
    shape.status ? stateCondition(shape.status) : undefined,
    shape.client ? eq(invoices.contactId, place('clientId')) : undefined,
    shape.project ? eq(studioInvoices.projectId, place('projectId')) : undefined,
    shape.search
      ? or(ilike(invoices.number, place('search')), ilike(contacts.displayName, place('search')))
      : undefined,
  );

/** Whether the asker may change the row, by their role or because it was opened to them. */
export const invoiceEditable = ({ write }: Pick<InvoiceShape, 'write'>) =>
  reachColumn('editable', write, rowOfInvoice, ['invoice', 'can_edit']);

interface Filters {
  status?: string;
  clientId?: string;
  projectId?: string;
  search?: string;
}

const isState = (word: string): word is InvoiceState => (INVOICE_STATES as readonly string[]).includes(word);

/** The shape of what is asked and the values of its placeholders; null where no invoice can match. */
export function invoiceFilters(ctx: Ctx, { status = '', clientId, projectId, search }: Filters) {
  if (status && !isState(status)) return null;
  const reach = reachOf(ctx, 'studio.invoices.read');
  const wanted = search?.trim() ?? '';
  const shape: InvoiceShape = {
    reach: reach.kind,
    write: reachOf(ctx, 'studio.invoices.write').kind,
    status: isState(status) ? status : null,
    client: clientId !== undefined,
    project: projectId !== undefined,
    search: wanted !== '',
  };
  const values = { clientId, projectId, search: `%${escapeLike(wanted)}%`, today: ctx.today };
  return { shape, values: { ...values, tenantId: ctx.tenant.id, ...reachValues(reach) } };
}

/** How many match; `most` stops counting. */
export const invoiceCount = preparedByShape(
  JSON.stringify,
  (db: Executor, { most, ...shape }: InvoiceShape & { most?: number }) => {
    const matching = db
      .select({ one: sql`1` })
      .from(invoices)
      .innerJoin(studioInvoices, ofInvoice)
      .innerJoin(contacts, buyerOf)
      .where(invoiceCondition(shape));
    const counted = (most === undefined ? matching : matching.limit(most)).as('matching');
    return db.select({ total: count() }).from(counted).prepare('studio_invoice_count');
  },
);
