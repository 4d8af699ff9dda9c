import { createHash, randomBytes } from 'node:crypto';
import type { Sql } from 'postgres';
import { type BinderCursor, binderCursors, fillOffice } from './office-dataset.ts';

export interface Dataset {
  tenantId: string;
  userId: string;
  /** A session's token for the cookie. */
  token: string;
  contactIds: string[];
  binderCursors: BinderCursor[];
}

export const SIZE = {
  contacts: 100_000,
  invoices: 50_000,
  linesPerInvoice: 3,
  binders: 50_000,
  otherTenants: 20,
};

/** One tenant with the measured rows, and twenty others that hold as many together. Takes about a minute. */
export async function loadDataset(sql: Sql, size = SIZE): Promise<Dataset> {
  const [{ id: tenantId }] = (await sql`insert into tenants (subdomain, name, plan, time_zone)
    values (${`bench-${randomBytes(4).toString('hex')}`}, 'Bench', 'enterprise', 'Europe/Paris') returning id`) as unknown as [
    { id: string },
  ];
  const [{ id: userId }] =
    (await sql`insert into users (email, name) values (${`bench-${randomBytes(4).toString('hex')}@example.test`}, 'Bench') returning id`) as unknown as [
      { id: string },
    ];
  await fill(sql, tenantId, size.contacts, size.invoices, size.linesPerInvoice);
  await fillOffice(sql, tenantId, userId, size.binders);
  for (let i = 0; i < size.otherTenants; i++) {
    const [{ id }] =
      (await sql`insert into tenants (subdomain, name) values (${`other-${randomBytes(4).toString('hex')}`}, 'Other') returning id`) as unknown as [
        { id: string },
      ];
    await fill(
      sql,
      id,
      size.contacts / size.otherTenants,
      size.invoices / size.otherTenants,
      size.linesPerInvoice,
    );
    await fillOffice(sql, id, userId, size.binders / size.otherTenants);
  }
  const token = randomBytes(20).toString('hex');
  const hash = createHash('sha256').update(token).digest('hex');
  await sql`insert into sessions (id, user_id, active_tenant_id, expires_at) values (${hash}, ${userId}, ${tenantId}, now() + interval '7 days')`;
  await sql`vacuum analyze`;
  const rows =
    await sql`select id from contacts where tenant_id = ${tenantId} order by created_at desc limit 5000`;
  return {
    tenantId,
    userId,
    token,
    contactIds: rows.map((row) => row.id as string),
    binderCursors: await binderCursors(sql, tenantId),
  };
}

/** Names spread like real ones: a few common words, many rare ones. */
async function fill(
  sql: Sql,
  tenantId: string,
  contacts: number,
  invoices: number,
  lines: number,
): Promise<void> {
  await sql`insert into tenant_settings (tenant_id, company_name, siret, address) values (${tenantId}, 'Bench', '73282932000074', '{"street":"1 rue","city":"Paris","postalCode":"75001","country":"France"}')`;
  await sql`
    insert into contacts (tenant_id, id, first_name, last_name, display_name, email, phone, company, city, postal_code, country, tags, is_vip, search_text, created_at, updated_at)
    select ${tenantId}, uuidv7(), f, l, f || ' ' || l, e, p, c, 'Paris', '75001', 'France', array['client'], i % 20 = 0,
      lower(f || ' ' || l || E'\n' || e || E'\n' || c || E'\n' || p), t, t
    from (select i, (array['Jean','Marie','Pierre','Camille','Luc','Lea'])[1 + i % 6] as f,
        initcap(substr(regexp_replace(lower(encode(sha256(i::text::bytea), 'base64')), '[^a-z]', '', 'g'), 1, 8)) as l, 'c' || i || '@' || substr(md5(i::text), 9, 5) || '.test' as e,
        '+336' || lpad((i % 100000000)::text, 8, '0') as p, 'Garage ' || substr(md5((i % 5000)::text), 1, 6) as c,
        now() - (i || ' minutes')::interval as t from generate_series(1, ${contacts}::int) i) s`;
  await sql`
    insert into vehicles (tenant_id, owner_id, vin, license_plate, make, model, year, search_text)
    select tenant_id, id, upper(substr(md5(id::text), 1, 17)), 'AB-123-CD', 'Renault', 'Clio', 2020, 'ab-123-cd renault clio'
    from contacts where tenant_id = ${tenantId}`;
  await sql`
    insert into invoices (tenant_id, contact_id, number, number_year, number_seq, status, issue_date, due_date, vat_rate, currency,
      subtotal_minor, vat_minor, total_minor, vat_breakdown, seller_snapshot, buyer_snapshot, payment_method, paid_at, created_at)
    select ${tenantId}, id, extract(year from d)::int || '-' || n, extract(year from d)::int, n,
      case when n % 10 < 7 then 'paid' else 'sent' end, d, d + 30, 20, 'EUR', 10000, 2000, 12000,
      '[{"rate":20,"baseCents":10000,"vatCents":2000}]', '{}', '{}', case when n % 10 < 7 then 'card' end,
      case when n % 10 < 7 then d + interval '12 hours' end, d
    from (select id, row_number() over ()::int as n, (now() - (row_number() over () * 15 || ' minutes')::interval)::date as d
      from (select id from contacts where tenant_id = ${tenantId} limit ${invoices}) c) s`;
  await sql`
    insert into invoice_lines (tenant_id, invoice_id, position, description, quantity, unit_price_minor, vat_rate, total_minor)
    select tenant_id, id, p, 'Vidange', 1, 3333, 20, 3333 from invoices, generate_series(1, ${lines}::int) p where tenant_id = ${tenantId}`;
  await sql`
    insert into quotes (tenant_id, contact_id, number, number_year, number_seq, status, issue_date, valid_until, vat_rate, currency,
      subtotal_minor, vat_minor, total_minor, vat_breakdown, sent_at)
    select ${tenantId}, id, 'Q' || n, 2025, n, (array['draft','sent','accepted','rejected'])[1 + n % 4], current_date - (n % 300), current_date - (n % 300) + 30,
      20, 'EUR', 10000, 2000, 12000, '[]', now()
    from (select id, row_number() over ()::int as n from (select id from contacts where tenant_id = ${tenantId} limit ${invoices / 2}) c) s`;
}
