import { addDays } from '@officina/contracts/calendar';
import type { QuoteView } from '@officina/contracts/sales';
import { quoteCreate } from '@officina/contracts/sales-inputs';
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
import { numberText } from '../numbering/number-text.ts';
import { amountColumns, priceLines } from '../priced-lines.ts';
import { presentQuote } from './quote-presenter.ts';

const p = sql.placeholder;

interface Made extends PartyNames {
  number: string;
}

/**
 * Counter, quote, lines and journal entry in one statement: atomic without an explicit transaction, and no number is
 * taken unless the parties are as they should be. The number, known only here, is put into the entry on its way.
 */
const insertQuote = rawStatement<Made>(sql`
  with checked as (${checkedParties}),
  counter as (
    insert into number_counters as n (tenant_id, series, year, last)
    select ${p('tenantId')}, 'quote', ${p('year')}::int, 1 from checked
    on conflict (tenant_id, series, year) do update set last = n.last + 1
    returning year, last
  ),
  quote as (
    insert into quotes (tenant_id, id, number, number_year, number_seq, contact_id, vehicle_id, issue_date, valid_until,
      ${AMOUNT_COLUMNS})
    select ${p('tenantId')}, ${p('id')}, ${numberText(sql`counter.year`, sql`counter.last`)}, counter.year, counter.last,
      ${p('contactId')}, ${p('vehicleId')}::uuid, ${p('issueDate')}::date, ${p('validUntil')}::date, ${amountPlaceholders}
    from counter
    returning ${NEW_ROW}, contact_id, number
  ),
  lines as (${insertLines('quote_lines', 'quote')}),
  journal as (${journalOfNew('quote', {
    contact_id: sql`quote.contact_id`,
    after: sql`jsonb_set(${p('journal_after')}::text::jsonb, '{number}', to_jsonb(quote.number))`,
  })})
  select quote.number, checked.* from quote, checked`);

/** A draft with the next number of the year. Throws NOT_FOUND for the customer, VALIDATION_ERROR for their vehicle. */
export const createQuote = write({
  name: 'quotes.create',
  permission: 'quotes.create',
  input: quoteCreate,
  async run(ctx, input): Promise<QuoteView> {
    const issueDate = ctx.today;
    if (input.validUntil && input.validUntil < issueDate)
      throw invalid({ field: 'validUntil', message: 'Must not be before the issue date' });
    return writeDocument(ctx, input, async (terms) => {
      const { vatRate: standardRate, vatExempt } = terms;
      const priced = priceLines(input.lines, { vatRate: input.vatRate ?? standardRate, vatExempt });
      const now = toDate(ctx.now);
      const quote = {
        id: newId(),
        contactId: input.contactId,
        vehicleId: input.vehicleId ?? null,
        issueDate,
        validUntil: input.validUntil ?? addDays(issueDate, terms.quoteValidityDays),
        notes: input.notes ?? null,
        currency: ctx.tenant.currency,
      };
      const entry = {
        verb: 'quote.created',
        subject: { type: 'quote', id: quote.id },
        contactId: quote.contactId,
        after: { ...quote, id: undefined, ...journalAmounts(priced) },
      };
      const [made] = await insertQuote(ctx.db, {
        ...quote,
        ...amountValues(priced),
        tenantId: ctx.tenant.id,
        termsVersion: terms.version,
        year: Number(issueDate.slice(0, 4)),
        createdBy: userIdOf(ctx.actor),
        now: isoOf(now),
        ...journalValues(ctx, entry),
      });
      return (
        made &&
        presentQuote(ctx, {
          ...freshQuote(now),
          ...quote,
          ...priced,
          ...amountColumns(priced),
          ...named(quote, made),
        })
      );
    });
  },
});

const named = (quote: { contactId: string; vehicleId: string | null }, made: Made) => ({
  number: made.number,
  contact: { id: quote.contactId, name: made.display_name },
  vehicle: namedVehicle(quote.vehicleId, made),
});

/** What every new quote has. */
const freshQuote = (now: Date) => ({
  status: 'draft' as const,
  sentAt: null,
  answeredBy: null,
  acceptedAt: null,
  rejectedAt: null,
  rejectionReason: null,
  invoice: null,
  version: 1,
  createdAt: now,
  updatedAt: now,
});
