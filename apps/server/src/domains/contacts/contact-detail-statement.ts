import type { ActivityView } from '@officina/contracts/activities';
import type { ContactTask, ContactVehicle } from '@officina/contracts/contacts';
import type { InvoiceKind, InvoiceStatus, QuoteStatus } from '@officina/contracts/sales';
import type { Executor } from '@officina/db/client';
import { sql } from 'drizzle-orm';
import { rawStatement } from '../../kernel/statement.ts';
import type { ContactRow } from './contact-presenter.ts';

interface DocumentRow {
  id: string;
  totalCents: number;
  currency: string;
  issueDate: string;
}

/** As the statement answers: moments as PostgreSQL prints them. */
type Printed<T extends object> = {
  [K in keyof T]: T[K] extends Date ? string : T[K] extends Date | null ? string | null : T[K];
};

export type DetailRow = Printed<
  Omit<ContactRow, 'tenantId' | 'source' | 'searchText' | 'createdBy' | 'deletedAt' | 'erasedAt'>
> & {
  vehicles: ContactVehicle[];
  /** The newest; each carries what was counted of all the contact's quotes. */
  quotes: (DocumentRow & {
    number: string;
    status: QuoteStatus;
    validUntil: string;
    all: number;
    sent: number;
    won: number;
  })[];
  /** The newest, credit notes last; each carries what all the contact's documents brought. */
  invoices: (DocumentRow & {
    kind: InvoiceKind;
    number: string | null;
    status: InvoiceStatus;
    dueDate: string | null;
    revenue: number;
  })[];
  tasks: ContactTask[] | null;
  activities: Omit<ActivityView, 'contact'>[];
};

const person = sql.raw(
  `case when u.id is null then null else json_build_object('id', u.id, 'name', u.name) end`,
);

const tasks = sql`(select coalesce(json_agg(t), '[]') from (
    select t.id, t.title, t.status, t.priority, t.due_at as "dueAt", ${person} as assignee
    from tasks t left join users u on u.id = t.assignee_id
    where t.tenant_id = c.tenant_id and t.contact_id = c.id and t.deleted_at is null and t.status in ('todo', 'in_progress')
    order by t.due_at nulls last, t.id limit 10) t)`;

/** One contact with everything that its page shows, in one statement. */
const detailWith = (openTasks: typeof tasks) =>
  rawStatement<DetailRow>(sql`
  select c.id, c.kind, c.first_name as "firstName", c.last_name as "lastName", c.display_name as "displayName", c.email,
    c.phone, c.company, c.street, c.city, c.postal_code as "postalCode", c.country, c.tags, c.is_vip as "isVip",
    c.custom_fields as "customFields", c.version, c.created_at as "createdAt", c.updated_at as "updatedAt",
    (select coalesce(json_agg(v), '[]') from (
      select v.id, v.vin, v.license_plate as "licensePlate", v.make, v.model, v.year, v.mileage from vehicles v
      where v.tenant_id = c.tenant_id and v.owner_id = c.id and v.deleted_at is null
      order by v.created_at desc, v.id desc limit 50) v) as vehicles,
    (select coalesce(json_agg(q), '[]') from (
      select q.id, q.number, q.status, q.total_minor as "totalCents", q.currency, q.issue_date as "issueDate",
        q.valid_until as "validUntil", count(*) over () as "all", count(q.sent_at) over () as sent,
        count(*) filter (where q.status = 'accepted') over () as won
      from quotes q where q.tenant_id = c.tenant_id and q.contact_id = c.id and q.deleted_at is null
      order by q.issue_date desc, q.id desc limit 5) q) as quotes,
    (select coalesce(json_agg(i), '[]') from (
      select i.id, i.kind, i.number, i.status, i.total_minor as "totalCents", i.currency, i.issue_date as "issueDate",
        i.due_date as "dueDate", sum(case
          when i.currency <> ${sql.placeholder('currency')} then 0
          when i.kind <> 'credit_note' then case when i.status = 'paid' then i.total_minor else 0 end
          when i.status in ('sent', 'paid') and p.status = 'paid' then -abs(i.total_minor) else 0 end) over () as revenue
      from invoices i left join invoices p on p.tenant_id = i.tenant_id and p.id = i.credited_invoice_id
      where i.tenant_id = c.tenant_id and i.contact_id = c.id and i.kind <> 'studio'
      order by i.kind = 'credit_note', i.issue_date desc, i.id desc limit 5) i) as invoices,
    ${openTasks} as tasks,
    (select coalesce(json_agg(a), '[]') from (
      select a.id, a.type, a.description, ${person} as "user", a.metadata, a.created_at as "createdAt"
      from activities a left join users u on u.id = a.user_id
      where a.tenant_id = c.tenant_id and a.contact_id = c.id
      order by a.created_at desc, a.id desc limit 10) a) as activities
  from contacts c
  where c.tenant_id = ${sql.placeholder('tenantId')} and c.id = ${sql.placeholder('id')} and c.deleted_at is null`);

const withTasks = detailWith(tasks);
const withoutTasks = detailWith(sql`null`);

/** The live contact's row, or undefined; tasks only where the asker may read them. */
export async function detailRow(
  db: Executor,
  values: { tenantId: string; id: string; currency: string },
  tasksToo: boolean,
): Promise<DetailRow | undefined> {
  const [row] = await (tasksToo ? withTasks : withoutTasks)(db, values);
  return row;
}
