import { contacts } from '@officina/db/schema/contacts';
import type { BuyerSnapshot, SellerSnapshot } from '@officina/db/schema/sales';
import { tenantSettings } from '@officina/db/schema/tenancy';
import { vehicles } from '@officina/db/schema/vehicles';
import { and, eq, sql } from 'drizzle-orm';
import type { Ctx } from '../../kernel/context.ts';
import { notFound } from '../../kernel/errors.ts';
import { prepared } from '../../kernel/statement.ts';
import { addressOf } from '../contacts/contact-presenter.ts';

const settings = prepared((db) =>
  db
    .select()
    .from(tenantSettings)
    .where(eq(tenantSettings.tenantId, sql.placeholder('tenantId')))
    .prepare('seller_settings'),
);

/** The firm as its settings describe it now. */
export async function sellerNow(ctx: Ctx): Promise<SellerSnapshot> {
  const [row] = await settings(ctx.db).execute({ tenantId: ctx.tenant.id });
  if (!row) return { companyName: ctx.tenant.name, locale: ctx.tenant.locale };
  return {
    companyName: row.companyName,
    legalForm: row.legalForm,
    capital: row.capital,
    siret: row.siret,
    vatNumber: row.vatNumber,
    rcs: row.rcs,
    address: row.address,
    phone: row.phone,
    email: row.email,
    website: row.website,
    iban: row.iban,
    bic: row.bic,
    vatExempt: row.vatExempt,
    legalTexts: row.legalTexts,
    logoDocumentId: row.logoDocumentId,
    locale: ctx.tenant.locale,
  };
}

const party = prepared((db) =>
  db
    .select({
      kind: contacts.kind,
      displayName: contacts.displayName,
      company: contacts.company,
      street: contacts.street,
      city: contacts.city,
      postalCode: contacts.postalCode,
      country: contacts.country,
      phone: contacts.phone,
      email: contacts.email,
      licensePlate: vehicles.licensePlate,
      make: vehicles.make,
      model: vehicles.model,
      mileage: vehicles.mileage,
    })
    .from(contacts)
    .leftJoin(
      vehicles,
      and(
        eq(vehicles.tenantId, contacts.tenantId),
        sql`${vehicles.id} = ${sql.placeholder('vehicleId')}::uuid`,
      ),
    )
    .where(and(eq(contacts.tenantId, sql.placeholder('tenantId')), eq(contacts.id, sql.placeholder('id'))))
    .prepare('document_buyer'),
);

/** The customer and vehicle of a document as they are now; both may have been deleted since it was written. */
export async function buyerNow(
  ctx: Ctx,
  document: { contactId: string; vehicleId: string | null },
): Promise<BuyerSnapshot> {
  const [row] = await party(ctx.db).execute({
    tenantId: ctx.tenant.id,
    id: document.contactId,
    vehicleId: document.vehicleId,
  });
  if (!row) throw notFound('Contact');
  const { licensePlate, make, model, mileage } = row;
  return {
    name: row.displayName,
    company: row.company,
    isBusiness: row.kind === 'organization' || row.company !== null,
    address: addressOf(row),
    phone: row.phone,
    email: row.email,
    vehicle: licensePlate && make && model ? { licensePlate, make, model, mileage } : null,
  };
}
