import { sql } from 'drizzle-orm';

/** What is still to be paid of a contact's sent studio invoices, per currency. The outer columns are spelled out. */
export const openAmounts = sql<{ currency: string; cents: number }[]>`(
  select coalesce(jsonb_agg(jsonb_build_object('currency', o.currency, 'cents', o.cents) order by o.currency), '[]')
  from (
    select i.currency, sum(i.total_minor - coalesce(paid.minor, 0)) as cents
    from invoices i
    left join lateral (
      select sum(p.amount_minor) as minor from payments p
      where p.tenant_id = i.tenant_id and p.invoice_id = i.id and p.status = 'succeeded' and p.reversed_at is null
    ) paid on true
    where i.tenant_id = contacts.tenant_id and i.contact_id = contacts.id and i.kind = 'studio' and i.status = 'sent'
    group by i.currency
  ) o)`;
