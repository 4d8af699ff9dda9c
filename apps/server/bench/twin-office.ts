import type { Hono } from 'hono';
import type { Sql } from 'postgres';

/** The twin's lists of binders: the same columns and order, by hand-written SQL. */
export function officeTwin(app: Hono, sql: Sql, tenant: string): void {
  const columns = sql`b.id, b.ref, o.ref as client_ref, c.display_name, b.binder_number, b.status, b.received_at, b.expected_return_at,
    b.returned_at, b.last_work_on, b.pickup_person_name, b.notes, r.ref as receiver_ref, r.name as receiver, g.ref as returner_ref,
    g.name as returner, b.version,
    (select count(distinct d.document_type) from documents d where d.tenant_id = ${tenant} and d.contact_id = b.contact_id
      and d.category = 'permanent') < 3 as missing_documents,
    exists (select from charges h where h.tenant_id = ${tenant} and h.contact_id = b.contact_id and h.status = 'issued') as unpaid`;
  const joins = sql`join office_clients o on o.tenant_id = b.tenant_id and o.contact_id = b.contact_id
    join contacts c on c.tenant_id = b.tenant_id and c.id = b.contact_id
    join users r on r.id = b.received_by left join users g on g.id = b.returned_by`;

  app.get('/binders/open', async (c) => {
    const { day = '', ref = '' } = c.req.query();
    return c.json(
      await sql`select ${columns} from binders b ${joins} where b.tenant_id = ${tenant} and b.status <> 'returned'
        and (b.received_at, b.ref) < (${day}::date, ${ref}::bigint) order by b.received_at desc, b.ref desc limit 21`,
    );
  });

  app.get('/binders/queue', async (c) => {
    const [rows, [counted]] = await Promise.all([
      sql`select ${columns} from binders b ${joins} where b.tenant_id = ${tenant} and b.status <> 'returned'
        order by b.expected_return_at, b.ref limit 21`,
      sql`select count(*)::int as total from binders where tenant_id = ${tenant} and status <> 'returned'`,
    ]);
    return c.json({ rows, total: counted?.total });
  });

  app.get('/binders/alerts', async (c) => {
    const [rows, [counted]] = await Promise.all([
      sql`select b.ref, o.ref as client_ref, c.display_name, b.binder_number, b.expected_return_at - current_date as days from binders b
        join office_clients o on o.tenant_id = b.tenant_id and o.contact_id = b.contact_id
        join contacts c on c.tenant_id = b.tenant_id and c.id = b.contact_id
        where b.tenant_id = ${tenant} and b.status <> 'returned' and b.expected_return_at <= current_date + 15
        order by b.expected_return_at, b.ref limit 21`,
      sql`select count(*)::int as total from binders where tenant_id = ${tenant} and status <> 'returned'
        and expected_return_at <= current_date + 15`,
    ]);
    return c.json({ rows, total: counted?.total });
  });

  const ofClient = sql`tenant_id = ${tenant} and contact_id = o.contact_id`;
  app.get('/clients', async (c) => {
    const from = sql`from office_clients o join contacts c on c.tenant_id = o.tenant_id and c.id = o.contact_id
      where o.tenant_id = ${tenant} and c.deleted_at is null`;
    const [rows, [counted]] = await Promise.all([
      sql`select o.ref, o.contact_id, c.display_name, o.id_number, o.client_type, o.status, c.phone, c.email, o.opened_at, o.closed_at,
          c.notes, c.version, o.created_at,
          (select json_agg(json_build_object('status', status, 'due', expected_return_at, 'received', received_at,
            'worked', last_work_on)) from binders where ${ofClient} and status <> 'returned') as binders,
          array(select distinct document_type from documents where ${ofClient} and document_type is not null) as on_file,
          (select count(*)::int from charges where ${ofClient} and status = 'issued') as unpaid
        ${from} order by c.display_name, c.id limit 21`,
      sql`select count(*)::int as total from (select ${from} limit 1001) bounded`,
    ]);
    return c.json({ rows, total: counted?.total });
  });

  app.get('/office-search', async (c) => {
    const text = `%${c.req.query('q') ?? ''}%`;
    const clients = sql`(select id from contacts where tenant_id = ${tenant} and search_text like ${text}
      union select contact_id from office_clients where tenant_id = ${tenant} and id_number ilike ${text})`;
    const found = sql`from binders b where b.tenant_id = ${tenant} and b.status <> 'returned' and b.id in (
      select id from binders where tenant_id = ${tenant} and number_key like ${text}
      union select id from binders where tenant_id = ${tenant} and contact_id in ${clients})`;
    const [people, rows, [counted]] = await Promise.all([
      sql`select o.ref, c.display_name, o.id_number, o.status from office_clients o
        join contacts c on c.tenant_id = o.tenant_id and c.id = o.contact_id
        where o.tenant_id = ${tenant} and o.contact_id in ${clients} order by lower(c.display_name), o.ref limit 21`,
      sql`select ${columns} from (select b.* ${found} order by b.expected_return_at, b.ref limit 21) b ${joins}
        order by b.expected_return_at, b.ref`,
      sql`select count(*)::int as total from (select ${found} limit 1001) bounded`,
    ]);
    return c.json({ people, rows, total: counted?.total });
  });
}
