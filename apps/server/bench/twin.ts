import { randomUUIDv7 } from 'node:crypto';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import postgres from 'postgres';
import { officeTwin } from './twin-office.ts';

/**
 * The bare twin: the same answers over the same rows by Hono and postgres.js alone, with hand-written SQL; no session,
 * no permission, no validation, no journal. What the full stack is measured against.
 */
const { DATABASE_URL = '', PORT = '0', TENANT = '' } = process.env;
const sql = postgres(DATABASE_URL, { max: 10, connection: { application_name: 'twin' } });
const search = postgres(DATABASE_URL, {
  max: 5,
  connection: { application_name: 'twin', plan_cache_mode: 'force_custom_plan' },
});
const app = new Hono();

const columns = sql`id, kind, first_name, last_name, display_name, email, phone, company, street, city, postal_code, country,
  tags, is_vip, version, created_at, updated_at,
  (select count(*)::int from vehicles v where v.tenant_id = contacts.tenant_id and v.owner_id = contacts.id and v.deleted_at is null) as vehicles_count`;

app.get('/list', async (c) => {
  const { value, id } = c.req.query() as { value: string; id: string };
  return c.json(
    await sql`select ${columns} from contacts where tenant_id = ${TENANT} and deleted_at is null
    and (created_at, id) < (${value}::timestamptz, ${id}::uuid) order by created_at desc, id desc limit 21`,
  );
});

app.get('/page', async (c) => {
  const page = Number(c.req.query('page'));
  const [rows, [counted]] = await Promise.all([
    sql`select ${columns} from contacts where tenant_id = ${TENANT} and deleted_at is null
      order by created_at desc, id desc limit 20 offset ${(page - 1) * 20}`,
    sql`select count(*)::int as total from contacts where tenant_id = ${TENANT} and deleted_at is null`,
  ]);
  return c.json({ rows, total: counted?.total });
});

app.get('/search', async (c) => {
  const pattern = `%${c.req.query('q')}%`;
  const [rows, [counted]] = await Promise.all([
    search`select ${columns} from contacts where tenant_id = ${TENANT} and deleted_at is null and search_text like ${pattern}
      order by created_at desc, id desc limit 21`,
    search`select count(*)::int as total from (select 1 from contacts where tenant_id = ${TENANT} and deleted_at is null
      and search_text like ${pattern} limit 1001) bounded`,
  ]);
  return c.json({ rows, total: counted?.total });
});

const person = sql`case when u.id is null then null else json_build_object('id', u.id, 'name', u.name) end`;

app.get('/read/:id', async (c) => {
  const [row] = await sql`
    select c.*,
      (select coalesce(json_agg(v), '[]') from (select v.id, v.vin, v.license_plate, v.make, v.model, v.year, v.mileage from vehicles v
        where v.tenant_id = c.tenant_id and v.owner_id = c.id and v.deleted_at is null order by v.created_at desc, v.id desc limit 50) v) as vehicles,
      (select coalesce(json_agg(q), '[]') from (select q.id, q.number, q.status, q.total_minor, q.currency, q.issue_date, q.valid_until,
        count(*) over () as "all", count(q.sent_at) over () as sent, count(*) filter (where q.status = 'accepted') over () as won from quotes q
        where q.tenant_id = c.tenant_id and q.contact_id = c.id and q.deleted_at is null order by q.issue_date desc, q.id desc limit 5) q) as quotes,
      (select coalesce(json_agg(i), '[]') from (select i.id, i.kind, i.number, i.status, i.total_minor, i.currency, i.issue_date, i.due_date,
        sum(case when i.currency <> 'EUR' then 0
          when i.kind <> 'credit_note' then case when i.status = 'paid' then i.total_minor else 0 end
          when i.status in ('sent', 'paid') and p.status = 'paid' then -abs(i.total_minor) else 0 end) over () as revenue
        from invoices i left join invoices p on p.tenant_id = i.tenant_id and p.id = i.credited_invoice_id
        where i.tenant_id = c.tenant_id and i.contact_id = c.id order by i.kind = 'credit_note', i.issue_date desc, i.id desc limit 5) i) as invoices,
      (select coalesce(json_agg(a), '[]') from (select a.id, a.type, a.description, ${person} as "user", a.metadata, a.created_at
        from activities a left join users u on u.id = a.user_id
        where a.tenant_id = c.tenant_id and a.contact_id = c.id order by a.created_at desc, a.id desc limit 10) a) as activities,
      (select coalesce(json_agg(t), '[]') from (select t.id, t.title, t.status, t.priority, t.due_at, ${person} as assignee
        from tasks t left join users u on u.id = t.assignee_id
        where t.tenant_id = c.tenant_id and t.contact_id = c.id and t.deleted_at is null and t.status in ('todo', 'in_progress')
        order by t.due_at nulls last, t.id limit 10) t) as tasks
    from contacts c where c.tenant_id = ${TENANT} and c.id = ${c.req.param('id')} and c.deleted_at is null`;
  return c.json(row ?? null);
});

app.post('/create', async (c) => {
  const { firstName, lastName, email, phone } = (await c.req.json()) as Record<string, string>;
  const display = `${firstName} ${lastName}`;
  const [row] = await sql`
    insert into contacts (tenant_id, id, first_name, last_name, display_name, email, phone, tags, search_text)
    values (${TENANT}, ${randomUUIDv7()}, ${firstName ?? ''}, ${lastName ?? ''}, ${display}, ${email ?? null}, ${phone ?? null}, '{}',
      ${`${display}\n${email}\n${phone}`.toLowerCase()}) returning *`;
  return c.json(row);
});

interface Line {
  description: string;
  quantity: number;
  unitPriceCents: number;
}

app.post('/invoice', async (c) => {
  const { contactId, lines } = (await c.req.json()) as { contactId: string; lines: Line[] };
  const subtotal = lines.reduce((sum, line) => sum + Math.round(line.quantity * line.unitPriceCents), 0);
  const rows = lines.map((line, position) => ({
    ...line,
    position,
    total: Math.round(line.quantity * line.unitPriceCents),
  }));
  const id = randomUUIDv7();
  const [row] = await sql`
    with i as (
      insert into invoices (tenant_id, id, contact_id, issue_date, due_date, vat_rate, currency, subtotal_minor, vat_minor, total_minor, vat_breakdown)
      values (${TENANT}, ${id}, ${contactId}, current_date, current_date + 30, 20, 'EUR', ${subtotal}, ${Math.round(subtotal / 5)},
        ${subtotal + Math.round(subtotal / 5)}, '[]') returning *),
    l as (insert into invoice_lines (tenant_id, invoice_id, position, description, quantity, unit_price_minor, vat_rate, total_minor)
      select ${TENANT}, ${id}, e.position, e.description, e.quantity, e."unitPriceCents", 20, e.total
      from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as e(position int, description text, quantity numeric, "unitPriceCents" int, total int))
    select * from i`;
  return c.json(row);
});

app.post('/quote', async (c) => {
  const { contactId, lines } = (await c.req.json()) as { contactId: string; lines: Line[] };
  const subtotal = lines.reduce((sum, line) => sum + Math.round(line.quantity * line.unitPriceCents), 0);
  const rows = lines.map((line, position) => ({
    ...line,
    position,
    total: Math.round(line.quantity * line.unitPriceCents),
  }));
  const id = randomUUIDv7();
  const [row] = await sql`
    with n as (insert into number_counters as c (tenant_id, series, year, last) values (${TENANT}, 'quote', 2099, 1)
      on conflict (tenant_id, series, year) do update set last = c.last + 1 returning last),
    q as (
      insert into quotes (tenant_id, id, number, number_year, number_seq, contact_id, issue_date, valid_until, vat_rate, currency, subtotal_minor,
        vat_minor, total_minor, vat_breakdown)
      select ${TENANT}, ${id}, '2099-' || n.last, 2099, n.last, ${contactId}, current_date, current_date + 30, 20, 'EUR', ${subtotal},
        ${Math.round(subtotal / 5)}, ${subtotal + Math.round(subtotal / 5)}, '[]' from n returning *),
    l as (insert into quote_lines (tenant_id, quote_id, position, description, quantity, unit_price_minor, vat_rate, total_minor)
      select ${TENANT}, ${id}, e.position, e.description, e.quantity, e."unitPriceCents", 20, e.total
      from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as e(position int, description text, quantity numeric, "unitPriceCents" int, total int), q)
    select * from q`;
  return c.json(row);
});

app.get('/dashboard', async (c) => {
  const [row] = await sql`
    select (select json_agg(s) from (select status, count(*)::int, sum(total_minor) from invoices where tenant_id = ${TENANT} group by status) s) as statuses,
      (select json_agg(m) from (select date_trunc('month', paid_at) as month, sum(total_minor) from invoices
        where tenant_id = ${TENANT} and status = 'paid' group by 1 order by 1) m) as months,
      (select json_agg(p) from (select status, count(*)::int, sum(total_minor) from quotes where tenant_id = ${TENANT} and deleted_at is null group by status) p) as pipeline`;
  return c.json(row);
});

officeTwin(app, sql, TENANT);

serve({ fetch: app.fetch, port: Number(PORT), hostname: '127.0.0.1' }, (info) =>
  console.log(`listening ${info.port}`),
);
