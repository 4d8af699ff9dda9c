import type { Sql } from 'postgres';

/** Where a page of open binders may begin. */
export interface BinderCursor {
  day: string;
  ref: string;
  id: string;
}

/**
 * An advisory office, owned by a user, in a tenant that has contacts: a binder for each of `binders` contacts, two of five still in the
 * office and up to 95 days old; most clients with all documents, one of five with an unpaid charge.
 */
export async function fillOffice(sql: Sql, tenantId: string, userId: string, binders: number): Promise<void> {
  await sql`insert into members (tenant_id, user_id, role) values (${tenantId}, ${userId}, 'owner')`;
  await sql`
    insert into office_clients (tenant_id, contact_id, id_number, client_type, opened_at)
    select ${tenantId}, id, lpad((row_number() over ())::text, 9, '0'), 'osek_murshe', '2024-01-01'
    from contacts where tenant_id = ${tenantId} limit ${binders}`;
  await sql`
    insert into documents (tenant_id, category, contact_id, document_type, filename, content_type, size_bytes, sha256, storage_key)
    select tenant_id, 'permanent', contact_id, d, 'f.pdf', 'application/pdf', 1, '0', 'k'
    from office_clients, unnest(array['id_copy', 'power_of_attorney', 'engagement_agreement']) d
    where tenant_id = ${tenantId} and (ref % 10 < 7 or d = 'id_copy')`;
  await sql`
    insert into charges (tenant_id, contact_id, amount_minor, currency, charge_type, status, created_by, issued_at)
    select tenant_id, contact_id, 150000, 'ILS', 'retainer', 'issued', ${userId}, now()
    from office_clients where tenant_id = ${tenantId} and ref % 5 = 0`;
  await sql`
    insert into binders (tenant_id, contact_id, binder_number, number_key, received_at, expected_return_at, status, received_by,
      returned_at, returned_by, pickup_person_name)
    select ${tenantId}, contact_id, 'BND-' || n, 'bnd-' || n, day, day + 90,
      case when n % 5 > 1 then 'returned' when n % 5 = 1 and n % 4 = 1 then 'ready_for_pickup' else 'in_office' end, ${userId},
      case when n % 5 > 1 then day + 60 end, case when n % 5 > 1 then ${userId}::uuid end, case when n % 5 > 1 then 'Avi' end
    from (select contact_id, n, current_date - (case when n % 5 > 1 then 100 + n % 700 else n % 96 end)::int as day
      from (select contact_id, row_number() over ()::int as n from office_clients where tenant_id = ${tenantId}) c) s`;
}

export const binderCursors = (sql: Sql, tenantId: string): Promise<BinderCursor[]> => sql<BinderCursor[]>`
  select received_at::text as day, ref::text, id from binders where tenant_id = ${tenantId} and status <> 'returned'
  order by received_at desc, ref desc limit 500`;
