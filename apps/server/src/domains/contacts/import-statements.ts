import type { Tx } from '@officina/db/client';
import { contacts } from '@officina/db/schema/contacts';
import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import { searchTextOf } from './contact-row.ts';
import type { ImportedContact, KnownContact } from './import-plan.ts';

interface Keys {
  emails: readonly string[];
  phones: readonly string[];
}

const list = (texts: readonly string[]) =>
  sql`jsonb_array_elements_text(${JSON.stringify(texts)}::text::jsonb)`;

/** Live contacts that have one of these addresses or numbers, oldest first; `lock` holds them until the end. */
export async function knownContacts(
  tx: Tx,
  tenantId: string,
  { emails, phones }: Keys,
  lock: boolean,
): Promise<KnownContact[]> {
  if (!emails.length && !phones.length) return [];
  // Joins, so that thousands of keys are looked up by index or hashed and not compared one by one.
  const found = sql`select c.id from contacts c join ${list(emails)} as f(email) on c.email = f.email
      where c.tenant_id = ${tenantId} and c.deleted_at is null and c.source = 'garage'
    union select c.id from contacts c join ${list(phones)} as f(phone) on c.phone = f.phone
      where c.tenant_id = ${tenantId} and c.deleted_at is null`;
  const query = tx
    .select()
    .from(contacts)
    .where(and(eq(contacts.tenantId, tenantId), sql`id in (${found})`, isNull(contacts.deletedAt)))
    .orderBy(asc(contacts.id));
  const rows = await (lock ? query.for('update') : query);
  return rows.map((row) => ({
    id: row.id,
    firstName: row.firstName,
    lastName: row.lastName,
    displayName: row.displayName,
    email: row.email,
    phone: row.phone,
    company: row.company,
    street: row.street,
    city: row.city,
    postalCode: row.postalCode,
    country: row.country,
    tags: row.tags,
    isVip: row.isVip,
    ownsAddress: row.source === 'garage',
  }));
}

const COLUMNS =
  sql.raw(`id uuid, "firstName" text, "lastName" text, "displayName" text, email text, phone text,
  company text, street text, city text, "postalCode" text, country text, tags jsonb, "isVip" boolean, "searchText" text`);

const rowsOf = (made: readonly ImportedContact[]) =>
  sql`jsonb_to_recordset(${JSON.stringify(
    made.map((contact) => ({ ...contact, searchText: searchTextOf(contact) })),
  )}::text::jsonb) as s(${COLUMNS})`;

const tagsOfRow = sql.raw('array(select jsonb_array_elements_text(s.tags))');

/** All new contacts in one statement. */
export async function insertContacts(
  tx: Tx,
  { tenantId, userId, now }: { tenantId: string; userId: string | null; now: string },
  created: readonly ImportedContact[],
): Promise<void> {
  if (!created.length) return;
  await tx.execute(sql`
    insert into contacts (tenant_id, id, source, first_name, last_name, display_name, email, phone, company, street, city,
      postal_code, country, tags, is_vip, search_text, created_by, created_at, updated_at)
    select ${tenantId}::uuid, s.id, 'garage', s."firstName", s."lastName", s."displayName", s.email, s.phone, s.company,
      s.street, s.city, s."postalCode", s.country, ${tagsOfRow}, s."isVip", s."searchText", ${userId}::uuid, ${now}::timestamptz,
      ${now}::timestamptz
    from ${rowsOf(created)}`);
}

/** All changed contacts in one statement. */
export async function updateContacts(
  tx: Tx,
  { tenantId, now }: { tenantId: string; now: string },
  updated: readonly ImportedContact[],
): Promise<void> {
  if (!updated.length) return;
  await tx.execute(sql`
    update contacts c set first_name = s."firstName", last_name = s."lastName", display_name = s."displayName",
      email = s.email, phone = s.phone, company = s.company, street = s.street, city = s.city,
      postal_code = s."postalCode", country = s.country, tags = ${tagsOfRow}, is_vip = s."isVip",
      search_text = s."searchText", version = c.version + 1,
      updated_at = greatest(${now}::timestamptz, c.updated_at + interval '1 ms')
    from ${rowsOf(updated)} where c.tenant_id = ${tenantId} and c.id = s.id`);
}
