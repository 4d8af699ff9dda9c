import type { DocumentLine } from '@officina/contracts/sales';
import { contacts } from '@officina/db/schema/contacts';
import { vehicles } from '@officina/db/schema/vehicles';
import { type SQL, sql } from 'drizzle-orm';

/** Columns that quotes and invoices select alike, from `contacts` and `vehicles` joined to them. */

export const contactColumn = { id: contacts.id, name: contacts.displayName };

export const vehicleColumn = {
  id: vehicles.id,
  licensePlate: vehicles.licensePlate,
  make: vehicles.make,
  model: vehicles.model,
};

/** The lines of a document in their order, as one JSON column. `table` and `owner` name the lines' table and key. */
export const linesColumn = (table: 'quote_lines' | 'invoice_lines', owner: SQL): SQL<DocumentLine[]> => {
  const key = sql.raw(table === 'quote_lines' ? 'quote_id' : 'invoice_id');
  return sql<
    DocumentLine[]
  >`(select coalesce(json_agg(json_build_object('position', l.position, 'kind', l.kind,
      'description', l.description, 'quantity', l.quantity, 'unitPriceCents', l.unit_price_minor, 'vatRate', l.vat_rate,
      'totalCents', l.total_minor) order by l.position), '[]')
    from ${sql.raw(table)} l where l.tenant_id = ${sql.placeholder('tenantId')} and l.${key} = ${owner})`;
};
