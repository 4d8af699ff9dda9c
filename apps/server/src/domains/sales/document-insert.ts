import { type SQL, sql } from 'drizzle-orm';
import type { PricedDocument } from './priced-lines.ts';

/** Pieces of the statements that write a quote or an invoice with its lines at once. */

const p = sql.placeholder;

/**
 * One row when the document may be written: the customer is live, the vehicle theirs, and the firm's terms still
 * those with which the amounts were computed. With no row the statement writes nothing.
 */
export const checkedParties: SQL = sql`
  select c.display_name, v.license_plate, v.make, v.model
  from contacts c
  join tenant_settings s on s.tenant_id = c.tenant_id and s.version = ${p('termsVersion')}
  left join vehicles v on v.tenant_id = c.tenant_id and v.id = ${p('vehicleId')}::uuid and v.owner_id = c.id
    and v.deleted_at is null
  where c.tenant_id = ${p('tenantId')} and c.id = ${p('contactId')} and c.deleted_at is null
    and (${p('vehicleId')}::uuid is null or v.id is not null)`;

/** What `checkedParties` tells of the parties, for the view. */
export interface PartyNames {
  display_name: string;
  license_plate: string | null;
  make: string | null;
  model: string | null;
}

/** The vehicle as views show it; the statement finds it only where one was asked for. */
export function namedVehicle(id: string | null, { license_plate, make, model }: PartyNames) {
  return id && license_plate && make && model ? { id, licensePlate: license_plate, make, model } : null;
}

/** The lines as rows to insert beside `parent`, a WITH query that has a row when the document was written. */
export const insertLines = (table: 'quote_lines' | 'invoice_lines', parent: string): SQL => sql`
  insert into ${sql.raw(table)} (tenant_id, ${sql.raw(table === 'quote_lines' ? 'quote_id' : 'invoice_id')}, position, kind,
    description, quantity, unit_price_minor, vat_rate, total_minor)
  select ${p('tenantId')}, ${p('id')}, l.position, l.kind, l.description, l.quantity, l."unitPriceCents", l."vatRate", l."totalCents"
  from jsonb_to_recordset(${p('lines')}::text::jsonb) as l(position int, kind text, description text, quantity numeric,
    "unitPriceCents" int, "vatRate" numeric, "totalCents" bigint), ${sql.raw(parent)}`;

/** Values of the amounts' columns, in the order in which both tables' statements name them. */
export const AMOUNT_COLUMNS = sql.raw(
  'vat_rate, mixed_rates, notes, currency, subtotal_minor, vat_minor, total_minor, vat_breakdown, created_by, created_at, updated_at',
);
export const amountPlaceholders: SQL = sql`${p('vatRate')}, ${p('mixedRates')}, ${p('notes')}, ${p('currency')},
  ${p('subtotalCents')}, ${p('vatCents')}, ${p('totalCents')}, ${p('vatBreakdown')}::text::jsonb, ${p('createdBy')},
  ${p('now')}, ${p('now')}`;

export const amountValues = ({ lines, vatBreakdown, ...priced }: PricedDocument) => ({
  ...priced,
  lines: JSON.stringify(lines),
  vatBreakdown: JSON.stringify(vatBreakdown),
});
