import { addDays } from '@officina/contracts/calendar';
import type { InvoiceView } from '@officina/contracts/sales';
import { invoiceCreate } from '@officina/contracts/sales-inputs';
import { sql } from 'drizzle-orm';
import { userIdOf } from '../../../kernel/actor.ts';
import { isoOf, toDate } from '../../../kernel/clock.ts';
import { invalid } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { journalOfNew, journalValues, NEW_ROW } from '../../../kernel/journal.ts';
import { write } from '../../../kernel/operation.ts';
import { rawStatement } from '../../../kernel/statement.ts';
import {
  AMOUNT_COLUMNS,
  amountPlaceholders,
  amountValues,
  checkedParties,
  insertLines,
  namedVehicle,
  type PartyNames,
} from '../document-insert.ts';
import { journalAmounts, writeDocument } from '../document-parties.ts';
import { amountColumns, priceLines } from '../priced-lines.ts';
import { presentInvoice } from './invoice-presenter.ts';

const p = sql.placeholder;

/** Draft, lines and journal entry in one statement: atomic without an explicit transaction. */
const insertInvoice = rawStatement<PartyNames>(sql`
  with checked as (${checkedParties}),
  invoice as (
    insert into invoices (tenant_id, id, contact_id, vehicle_id, issue_date, due_date, ${AMOUNT_COLUMNS})
    select ${p('tenantId')}, ${p('id')}, ${p('contactId')}, ${p('vehicleId')}::uuid, ${p('issueDate')}::date,
      ${p('dueDate')}::date, ${amountPlaceholders}
    from checked
    returning ${NEW_ROW}, contact_id
  ),
  lines as (${insertLines('invoice_lines', 'invoice')}),
  journal as (${journalOfNew('invoice', { contact_id: sql`invoice.contact_id` })})
  select checked.* from invoice, checked`);

/** A draft: it takes its number when it is issued. Throws NOT_FOUND for the customer, VALIDATION_ERROR for their vehicle. */
export const createInvoice = write({
  name: 'invoices.create',
  permission: 'invoices.create',
  input: invoiceCreate,
  async run(ctx, input): Promise<InvoiceView> {
    if (input.dueDate && input.dueDate < ctx.today)
      throw invalid({ field: 'dueDate', message: 'Must not be before today' });
    return writeDocument(ctx, input, async (terms) => {
      const { vatRate: standardRate, vatExempt } = terms;
      const priced = priceLines(input.lines, { vatRate: input.vatRate ?? standardRate, vatExempt });
      const now = toDate(ctx.now);
      const invoice = {
        id: newId(),
        contactId: input.contactId,
        vehicleId: input.vehicleId ?? null,
        issueDate: ctx.today,
        dueDate: input.dueDate ?? addDays(ctx.today, terms.paymentTermDays),
        notes: input.notes ?? null,
        currency: ctx.tenant.currency,
      };
      const entry = {
        verb: 'invoice.created',
        subject: { type: 'invoice', id: invoice.id },
        contactId: invoice.contactId,
        after: { ...invoice, id: undefined, ...journalAmounts(priced) },
      };
      const [made] = await insertInvoice(ctx.db, {
        ...invoice,
        ...amountValues(priced),
        tenantId: ctx.tenant.id,
        termsVersion: terms.version,
        createdBy: userIdOf(ctx.actor),
        now: isoOf(now),
        ...journalValues(ctx, entry),
      });
      if (!made) return undefined;
      const contact = { id: invoice.contactId, name: made.display_name };
      const vehicle = namedVehicle(invoice.vehicleId, made);
      return presentInvoice(ctx, {
        ...freshDraft(now),
        ...invoice,
        ...priced,
        ...amountColumns(priced),
        contact,
        vehicle,
      });
    });
  },
});

/** What every new draft has. */
const freshDraft = (now: Date) => ({
  kind: 'invoice' as const,
  number: null,
  status: 'draft' as const,
  paymentMethod: null,
  paidAt: null,
  quote: null,
  creditedInvoice: null,
  creditNotes: [],
  payments: [],
  version: 1,
  createdAt: now,
  updatedAt: now,
});
