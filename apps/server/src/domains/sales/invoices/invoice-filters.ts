import type { InvoiceState } from '@officina/contracts/sales';
import { invoices } from '@officina/db/schema/sales';
import { and, eq, gte, isNull, lt, lte, ne, or, type SQL, sql } from 'drizzle-orm';
import { type WordShape, wordConditions } from '../document-search.ts';

/** Which conditions a list of invoices needs: one prepared statement is kept per shape. */
export interface InvoiceShape {
  kind: 'invoice' | 'credit_note';
  status: InvoiceState | null;
  contact: boolean;
  from: boolean;
  to: boolean;
  words: readonly WordShape[];
}

const placeholder = sql.placeholder;

/** A derived state as a condition on what is stored: an issued invoice is overdue after its due date. */
function stateCondition(state: InvoiceState): SQL | undefined {
  if (state === 'overdue')
    return and(eq(invoices.status, 'sent'), lt(invoices.dueDate, placeholder('today')));
  if (state === 'sent')
    return and(
      eq(invoices.status, 'sent'),
      or(isNull(invoices.dueDate), gte(invoices.dueDate, placeholder('today'))),
    );
  return eq(invoices.status, state);
}

/** Spelled without a parameter, so that prepared plans can use the index of credit notes. */
const isCreditNote = sql`${invoices.kind} = 'credit_note'`;

/** Not a studio's: its numbers, taxes and words are others, and it has lists of its own. */
export const isNotStudio = sql`${invoices.kind} <> 'studio'`;

/** Invoices of every surface but the studio, or credit notes, that match. Needs `tenantId`, `today` and the values it names. */
export const matching = (shape: InvoiceShape): SQL | undefined =>
  and(
    eq(invoices.tenantId, placeholder('tenantId')),
    shape.kind === 'invoice' ? and(ne(invoices.kind, 'credit_note'), isNotStudio) : isCreditNote,
    shape.status ? stateCondition(shape.status) : undefined,
    shape.contact ? eq(invoices.contactId, placeholder('contactId')) : undefined,
    shape.from ? gte(invoices.issueDate, placeholder('from')) : undefined,
    shape.to ? lte(invoices.issueDate, placeholder('to')) : undefined,
    ...wordConditions(shape.words, invoices),
  );
