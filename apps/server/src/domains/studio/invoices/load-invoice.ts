import type { StudioInvoiceView } from '@officina/contracts/studio';
import { contacts } from '@officina/db/schema/contacts';
import { invoices } from '@officina/db/schema/sales';
import { projects, studioInvoices } from '@officina/db/schema/studio';
import { and, eq, sql } from 'drizzle-orm';
import type { Ctx, WriteCtx } from '../../../kernel/context.ts';
import { notFound } from '../../../kernel/errors.ts';
import { isUuid } from '../../../kernel/ids.ts';
import { prepared } from '../../../kernel/statement.ts';
import { reachesRecord } from '../reach.ts';
import {
  buyerOf,
  factColumns,
  type InvoiceFactRow,
  itemsColumn,
  ofInvoice,
  presentInvoice,
  projectOf,
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

/** By their role, or because the invoice itself was opened to them; clients see no draft. */
const within = (
  ctx: Ctx,
  { id, createdBy, clientId: contactId, sentAt }: InvoiceFactRow,
  relation: 'can_view' | 'can_edit',
) =>
  reachesRecord(
    ctx,
    { id, createdBy, contactId, hidden: !sentAt },
    {
      word: relation === 'can_view' ? 'studio.invoices.read' : 'studio.invoices.write',
      opened: ['invoice', relation],
    },
  );

/** A studio's invoice, whoever asks. Missing, foreign, malformed ids and other kinds are all NOT_FOUND. */
async function findInvoice(ctx: Ctx, id: string) {
  const [row] = isUuid(id) ? await statement(ctx.db).execute({ tenantId: ctx.tenant.id, id }) : [];
  if (!row) throw notFound('Invoice');
  return row;
}

/** As `findInvoice`, one that the asker reaches. */
export async function loadInvoice(ctx: Ctx, id: string) {
  const row = await findInvoice(ctx, id);
  const editable = await within(ctx, row, 'can_edit');
  if (!editable && !(await within(ctx, row, 'can_view'))) throw notFound('Invoice');
  return { ...row, editable };
}

async function lock(ctx: WriteCtx, id: string): Promise<void> {
  if (!isUuid(id)) throw notFound('Invoice');
  const tx = await ctx.tx();
  await tx
    .select({ id: invoices.id })
    .from(invoices)
    .where(and(eq(invoices.tenantId, ctx.tenant.id), eq(invoices.id, id)))
    .for('update');
}

/** An invoice locked until the operation's transaction ends, for what follows from money and time, whoever brought it. */
export async function lockInvoice(ctx: WriteCtx, id: string): Promise<InvoiceFactRow> {
  await lock(ctx, id);
  return findInvoice(ctx, id);
}

/** As `lockInvoice`, one that the asker may change. */
export async function lockOwnInvoice(ctx: WriteCtx, id: string) {
  await lock(ctx, id);
  const invoice = await loadInvoice(ctx, id);
  if (!invoice.editable) throw notFound('Invoice');
  return invoice;
}

/** An invoice as it stands now, for the answer of a write and for what programs are told. */
export const invoiceNow = async (ctx: Ctx, id: string): Promise<StudioInvoiceView> =>
  presentInvoice(ctx, await findInvoice(ctx, id));
