import { describe, expect, test } from 'vitest';
import { createSqlGuard } from './sql-guard.ts';

const guard = createSqlGuard(['contacts', 'invoices', 'lines', 'members'], {
  tenants: ['id', 'subdomain'],
  sessions: ['id'],
});

const held = {
  'a parameter': 'select * from contacts where tenant_id = $1',
  'the generated form':
    'select "id" from "contacts" where ("contacts"."tenant_id" = $1 and "contacts"."id" = $2) limit $3',
  'a schema name': 'select 1 from public.contacts c where c.tenant_id = $1',
  'the other way round': 'select 1 from contacts where $1 = tenant_id',
  'a cast': 'select 1 from contacts where tenant_id = $1::uuid',
  'a cast column': 'select 1 from contacts where tenant_id::text = $1',
  'a literal': `select 1 from contacts where tenant_id = '00000000-0000-0000-0000-000000000001'`,
  'a list of one': 'select 1 from contacts where tenant_id in ($1)',
  'a row value': 'select 1 from contacts where (tenant_id, id) = ($1, $2)',
  'a row list of one tenant': 'select 1 from contacts where (tenant_id, id) in (($1, $2), ($1, $3))',
  'keyset paging':
    'select 1 from contacts where tenant_id = $1 and (created_at, id) < ($2, $3) order by created_at desc',
  'both sides of an OR':
    'select 1 from contacts where (tenant_id = $1 and a = 1) or (tenant_id = $2 and b = 2)',
  'a join on both keys':
    'select 1 from invoices i join lines l on l.tenant_id = i.tenant_id and l.invoice_id = i.id where i.tenant_id = $1',
  'a join in the WHERE':
    'select 1 from invoices i, lines l where l.tenant_id = i.tenant_id and i.tenant_id = $1',
  'a left join':
    'select 1 from invoices i left join contacts c on c.tenant_id = i.tenant_id where i.tenant_id = $1',
  'a left join to a parameter':
    'select 1 from invoices i left join contacts c on c.tenant_id = $1 where i.tenant_id = $1',
  'a chain of joins': `select 1 from lines l join invoices i on (i.tenant_id, i.id) = (l.tenant_id, l.invoice_id)
    left join contacts c on c.tenant_id = i.tenant_id and c.id = i.contact_id where l.tenant_id = $1`,
  using: 'select 1 from invoices join lines using (tenant_id, invoice_id) where invoices.tenant_id = $1',
  'using and the merged column': 'select 1 from invoices join lines using (tenant_id) where tenant_id = $1',
  'left join using': 'select 1 from invoices i left join lines using (tenant_id) where tenant_id = $1',
  'an aliased subquery': 'select 1 from (select * from contacts where tenant_id = $1) c',
  'a join with a subquery': `select 1 from (select tenant_id, count(*) from lines where tenant_id = $1 group by 1) l
    join invoices i on i.tenant_id = l.tenant_id`,
  'renamed outputs': `select 1 from (select tenant_id from lines where tenant_id = $1) l(t) join invoices i on i.tenant_id = l.t`,
  'a correlated EXISTS': `select 1 from invoices i where i.tenant_id = $1
    and exists (select 1 from lines l where l.tenant_id = i.tenant_id and l.invoice_id = i.id)`,
  'a correlated unqualified name': `select 1 from invoices i where i.tenant_id = $1
    and exists (select 1 from lines l where l.tenant_id = i.tenant_id)`,
  'a scalar subquery in the list':
    'select (select count(*) from lines where tenant_id = $1) from contacts where tenant_id = $1',
  'a tenant from a subquery': `select 1 from contacts where tenant_id = (select tenant_id from members where tenant_id = $1)`,
  'IN of a held subquery':
    'select 1 from contacts where (tenant_id, id) in (select tenant_id, contact_id from invoices where tenant_id = $1)',
  'a lateral subquery': `select 1 from invoices i cross join lateral
    (select * from lines l where l.tenant_id = i.tenant_id order by l.id limit 1) l where i.tenant_id = $1`,
  'a left lateral join': `select 1 from invoices i left join lateral
    (select json_agg(l) from lines l where l.tenant_id = i.tenant_id) l on true where i.tenant_id = $1`,
  'a WITH query':
    'with c as (select * from contacts where tenant_id = $1) select 1 from c join lines l on l.tenant_id = c.tenant_id',
  'a WITH query that hides a table': 'with contacts as (select 1 as id) select * from contacts',
  'a recursive query': `with recursive tree as (
      select tenant_id, id from contacts where tenant_id = $1 and id = $2
      union all select c.tenant_id, c.id from contacts c join tree t on c.tenant_id = t.tenant_id and c.parent = t.id)
    select * from tree`,
  'a writing WITH query': `with i as (insert into invoices (tenant_id, id) values ($1, $2) returning tenant_id, id)
    insert into lines (tenant_id, invoice_id) select i.tenant_id, i.id from i`,
  'a WITH query joined to a table': `with i as (update invoices set n = 1 where tenant_id = $1 returning *)
    select 1 from i join contacts c on c.tenant_id = i.tenant_id`,
  'UNION of held arms':
    'select id from contacts where tenant_id = $1 union all select id from invoices where tenant_id = $1',
  update: 'update contacts set name = $1 where tenant_id = $2 and id = $3',
  'update from a record set': `update contacts c set name = r.name from jsonb_to_recordset($1) as r(id uuid, name text)
    where c.tenant_id = $2 and c.id = r.id`,
  'update from a table':
    'update invoices i set n = 1 from contacts c where c.tenant_id = i.tenant_id and i.tenant_id = $1',
  delete: 'delete from lines where tenant_id = $1',
  'delete using': 'delete from lines l using invoices i where l.tenant_id = i.tenant_id and i.tenant_id = $1',
  insert: 'insert into contacts (tenant_id, id) values ($1, $2), ($3, default) returning *',
  'insert from a record set': `insert into contacts (tenant_id, name) select $1, r.name from jsonb_to_recordset($2) as r(name text)`,
  'insert from a select':
    'insert into lines (tenant_id, id) select tenant_id, id from invoices where tenant_id = $1',
  'an upsert by tenant key':
    'insert into contacts (tenant_id, id) values ($1, $2) on conflict (tenant_id, id) do update set n = excluded.n',
  'do nothing': 'insert into contacts (tenant_id, id) values ($1, $2) on conflict do nothing',
  'a tenant found by its key':
    'select 1 from tenants t join contacts c on c.tenant_id = t.id where t.subdomain = $1',
  'a session found by its key':
    'select 1 from sessions s join members m on m.tenant_id = s.tenant_id where s.id = $1',
  'a locked row': 'select 1 from invoices where tenant_id = $1 for update skip locked',
  'tables of nobody': 'select * from users join tenants on true',
  'a name in a text only': `select 'contacts' as name`,
  'EXPLAIN of a held query': 'explain analyze select 1 from contacts where tenant_id = $1',
  'a marked statement': '/* cross-tenant: the sealing job */ select distinct tenant_id from contacts',
  'the frame of a transaction': 'begin; savepoint contacts; commit',
};

const loose = {
  'no condition': 'select * from contacts',
  'an id alone': 'select * from contacts where id = $1',
  'an inequality': 'select * from contacts where tenant_id <> $1',
  'a list of tenants': 'select * from contacts where tenant_id in ($1, $2)',
  'an array of tenants': 'select * from contacts where tenant_id = any($1)',
  'one side of an OR': 'select * from contacts where tenant_id = $1 or id = $2',
  'under NOT': 'select * from contacts where not (tenant_id = $1)',
  itself: 'select * from contacts where tenant_id = tenant_id',
  'in the list only': 'select tenant_id = $1 from contacts',
  'a join on the id only':
    'select 1 from invoices i join lines l on l.invoice_id = i.id where i.tenant_id = $1',
  'two that only equal each other': 'select 1 from invoices i join lines l on l.tenant_id = i.tenant_id',
  'ON of a left join':
    'select 1 from invoices i left join lines l on i.tenant_id = $1 and l.tenant_id = i.tenant_id',
  'ON of a full join': 'select 1 from invoices i full join lines l on i.tenant_id = $1 and l.tenant_id = $1',
  'using without a tenant':
    'select 1 from invoices join lines using (invoice_id) where invoices.tenant_id = $1',
  'a subquery': 'select 1 from (select * from contacts) c where c.tenant_id = $1',
  'a subquery in the list': 'select (select count(*) from lines) from contacts where tenant_id = $1',
  'a subquery in EXISTS':
    'select 1 from invoices i where tenant_id = $1 and exists (select 1 from lines l where l.invoice_id = i.id)',
  'a subquery in LIMIT': 'select 1 from contacts where tenant_id = $1 limit (select count(*) from lines)',
  'a lateral subquery':
    'select 1 from invoices i, lateral (select * from lines l where l.invoice_id = i.id) l where i.tenant_id = $1',
  'a WITH query': 'with c as (select * from contacts) select * from c where tenant_id = $1',
  'an unused WITH query': 'with c as (delete from contacts) select 1',
  'one arm of a UNION': 'select id from contacts where tenant_id = $1 union all select id from invoices',
  'an arm of a recursion': `with recursive t as (select tenant_id, id from contacts where tenant_id = $1
    union all select c.tenant_id, c.id from contacts c join t on c.parent = t.id) select * from t`,
  'a tenant that the caller sent': `select 1 from contacts c join jsonb_to_recordset($1) as r(tenant_id uuid) on c.tenant_id = r.tenant_id`,
  'a tenant from a table of all': 'select 1 from tenants t join contacts c on c.tenant_id = t.id',
  'a tenant not found by its key':
    'select 1 from tenants t join contacts c on c.tenant_id = t.id where t.plan = $1',
  'IN of a loose output': 'select 1 from contacts where tenant_id in (select id from tenants)',
  update: 'update contacts set name = $1 where id = $2',
  'update of the tenant': 'update contacts set tenant_id = $1 where tenant_id = $2',
  'update from a loose table':
    'update invoices i set n = 1 from contacts c where c.id = i.contact_id and i.tenant_id = $1',
  'a subquery in SET': 'update invoices set n = (select count(*) from lines) where tenant_id = $1',
  delete: 'delete from lines where id = $1',
  'delete using': 'delete from lines l using invoices i where l.invoice_id = i.id and i.tenant_id = $1',
  'insert without the tenant': 'insert into contacts (id) values ($1)',
  'insert with its default': 'insert into contacts (tenant_id, id) values (default, $1)',
  'insert without columns': 'insert into contacts values ($1, $2)',
  'insert from a loose select': 'insert into lines (tenant_id, id) select tenant_id, id from invoices',
  'an upsert by another key':
    'insert into contacts (tenant_id, email) values ($1, $2) on conflict (email) do update set n = 1',
  'a subquery in VALUES': 'insert into lines (tenant_id, n) values ($1, (select max(n) from lines))',
  'EXPLAIN of a loose query': 'explain select * from contacts',
  truncate: 'truncate contacts',
  copy: 'copy contacts to stdout',
  'create table as': 'create table x as select * from contacts',
  merge: 'merge into contacts c using lines l on c.tenant_id = l.tenant_id when matched then delete',
  'an empty marker': '/* cross-tenant: */ select * from contacts',
  'the second of two statements': 'select 1 from contacts where tenant_id = $1; select * from lines',
  'what is not SQL': 'select from where contacts',
};

describe('lets pass', () => {
  test.each(Object.entries(held))('%s', (_name, sql) => {
    expect(guard.check(sql)).toBeNull();
  });
});

describe('refuses', () => {
  test.each(Object.entries(loose))('%s', (_name, sql) => {
    expect(guard.check(sql)).toEqual(expect.any(String));
  });
});

test('the message names the table, its alias and the statement', () => {
  const sql = 'select 1 from invoices i join lines l on l.invoice_id = i.id where i.tenant_id = $1';
  expect(guard.check(sql)).toBe(`lines as l is used without its tenant_id\n${sql}`);
});

test('a verdict is found once per statement text', () => {
  const sql = 'select * from contacts where id = $9';
  expect(guard.check(sql)).toBe(guard.check(sql));
});
