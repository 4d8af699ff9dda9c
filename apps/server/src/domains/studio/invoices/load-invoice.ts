import type { StudioInvoiceView } from '@officina/contracts/studio';
import { contacts } from '@officina/db/schema/contacts';
import { invoices } from '@officina/db/schema/sales';
import { projects, studioInvoices } from '@officina/db/schema/studio';
import { and, eq, sql } from 'drizzle-orm';
import type { Ctx, WriteCtx } from '../../../kernel/context.ts';
import { notFound } from '../../../kernel/errors.ts';
import { isUuid } from '../../../kernel/ids.ts';
import { prepared } from '../../../kernel/statement.ts';
import { mayOn } from '../../permissions/may-on.ts';
import { reaches } from '../reach.ts';
import {
  buyerOf,
  factColumns,
  type InvoiceFactRow,
  itemsColumn,
  ofInvoice,
  presentInvoice,
  projectOf,
  type ShownInvoice,
} from './invoice-row.ts';

const statement = prepared((db) =>
  db
    .select({ ...factColumns, items: itemsColumn })
    .from(invoices)
    .innerJoin(studioInvoices, ofInvoice)
    .innerJoin(contacts, buyerOf)
    .leftJoin(projects, projectOf)
    .where(and(eq(invoices.tenantId, sql.placeholder('tenantId')), eq(invoices.id, sql.placeholder('id'))))
    .prepare('studio_invoice'),
);

/** By their role, or because the invoice itself was opened to them. */
const within = async (
  ctx: Ctx,
  { id, createdBy, clientId: contactId }: Pick<InvoiceFactRow, 'id' | 'createdBy' | 'clientId'>,
  relation: 'can_view' | 'can_edit',
) => reaches(ctx, { createdBy, contactId }) || (await mayOn(ctx, 'invoice', id, relation));

/** A studio's invoice that the asker reaches. Missing, foreign, malformed ids and other kinds are all NOT_FOUND. */
export async function loadInvoice(ctx: Ctx, id: string) {
  const [row] = isUuid(id) ? await statement(ctx.db).execute({ tenantId: ctx.tenant.id, id }) : [];
  const editable = row !== undefined && (await within(ctx, row, 'can_edit'));
  if (!row || !(editable || (await within(ctx, row, 'can_view')))) throw notFound('Invoice');
  return { ...row, editable };
}

/** As `loadInvoice`, one that the asker may change, locked until the operation's transaction ends. */
export async function lockInvoice(ctx: WriteCtx, id: string): Promise<ShownInvoice> {
  if (!isUuid(id)) throw notFound('Invoice');
  const tx = await ctx.tx();
  await tx
    .select({ id: invoices.id })
    .from(invoices)
    .where(and(eq(invoices.tenantId, ctx.tenant.id), eq(invoices.id, id)))
    .for('update');
  const invoice = await loadInvoice(ctx, id);
  if (!invoice.editable) throw notFound('Invoice');
  return invoice;
}

/** An invoice as it stands now, for the answer of a write and for what programs are told. */
export const invoiceNow = async (ctx: Ctx, id: string): Promise<StudioInvoiceView> =>
  presentInvoice(ctx, await loadInvoice(ctx, id));
