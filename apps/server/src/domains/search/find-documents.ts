import { type InvoiceStatus, invoiceState, type QuoteStatus, quoteState } from '@officina/contracts/sales';
import type { InvoiceHit, QuoteHit } from '@officina/contracts/search';
import type { Db } from '@officina/db/client';
import { sql } from 'drizzle-orm';
import { rawStatement } from '../../kernel/statement.ts';

interface Asked {
  tenantId: string;
  /** The tenant's business day. */
  today: string;
  /** Likeliest first. */
  numbers: readonly string[];
  limit: number;
}

const wanted = sql`jsonb_array_elements_text(${sql.placeholder('numbers')}::text::jsonb) with ordinality as w(number, place)`;
const shared = sql.raw(`json_build_object('id', c.id, 'name', c.display_name) as contact,
  d.id, d.number, d.status, d.total_minor::float8 as "totalCents", d.currency`);

const quotesStatement = rawStatement<
  Omit<QuoteHit, 'status'> & { status: QuoteStatus; valid_until: string }
>(sql`
  select ${shared}, d.valid_until::text as valid_until
  from ${wanted} join quotes d on d.tenant_id = ${sql.placeholder('tenantId')} and d.number = w.number
    join contacts c on c.tenant_id = d.tenant_id and c.id = d.contact_id
  where d.deleted_at is null
  order by w.place limit ${sql.placeholder('limit')}`);

const invoicesStatement = rawStatement<
  Omit<InvoiceHit, 'status'> & { status: InvoiceStatus; due_date: string | null }
>(sql`
  select ${shared}, d.kind, d.due_date::text as due_date
  from ${wanted} join invoices d on d.tenant_id = ${sql.placeholder('tenantId')}
      and d.series in ('invoice', 'credit_note') and d.number = w.number
    join contacts c on c.tenant_id = d.tenant_id and c.id = d.contact_id
  order by w.place, d.series desc limit ${sql.placeholder('limit')}`);

const valuesOf = ({ tenantId, numbers, limit }: Asked) => ({
  tenantId,
  numbers: JSON.stringify(numbers),
  limit,
});

/** Live quotes with one of these numbers. */
export async function findQuotes(db: Db, asked: Asked): Promise<QuoteHit[]> {
  const rows = await quotesStatement(db, valuesOf(asked));
  return rows.map(({ valid_until, status, ...hit }) => ({
    ...hit,
    status: quoteState(status, valid_until, asked.today),
  }));
}

/** Issued invoices and credit notes with one of these numbers. */
export async function findInvoices(db: Db, asked: Asked): Promise<InvoiceHit[]> {
  const rows = await invoicesStatement(db, valuesOf(asked));
  return rows.map(({ due_date, status, ...hit }) => ({
    ...hit,
    status: hit.kind === 'credit_note' ? status : invoiceState(status, due_date, asked.today),
  }));
}
