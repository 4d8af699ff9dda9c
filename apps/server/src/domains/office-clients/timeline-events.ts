import { BINDER_STEPS } from '@officina/contracts/binders';
import { TIMELINE_EVENTS, type TimelineEventType } from '@officina/contracts/office-clients';
import { type SQL, sql } from 'drizzle-orm';

const place = sql.placeholder;
const tenant = sql`${place('tenantId')}::uuid`;
const steps = Object.entries(BINDER_STEPS);
const words = (list: readonly string[]): SQL => sql.raw(list.map((word) => `'${word}'`).join(', '));

/** Status that a journal verb leads from or to; a binder that was not there before is "null", as contracts say it. */
const statusOf = (side: 'from' | 'to'): SQL =>
  sql.raw(`case j.verb ${steps.map(([verb, step]) => `when '${verb}' then '${step[side]}'`).join(' ')} end`);

interface Branch {
  from: SQL;
  /** Moment of the event. */
  at: SQL;
  dayOnly?: SQL;
  /** By which events of one moment and one kind follow each other, with `id`. */
  tie: SQL;
  id: SQL;
  binder?: SQL;
  charge?: SQL;
  facts: SQL;
}

/** Received on the day on which it was entered: then the moment is known, else only the day. */
const sameDay = sql`(b.created_at at time zone ${place('timeZone')}::text)::date = b.received_at`;
const mine = (alias: string): SQL =>
  sql
    .raw(`${alias}.tenant_id = `)
    .append(tenant)
    .append(sql.raw(` and ${alias}.contact_id = `))
    .append(sql`${place('contactId')}::uuid`);

const ofBinders = sql`binders b where ${mine('b')}`;
const journal = (verbs: readonly string[]): SQL => sql`journal_entries j
  join binders b on b.tenant_id = j.tenant_id and b.id = j.subject_id
  where ${mine('j')} and j.verb in (${words(verbs)}) and j.redacted_at is null`;

/** Who may not see amounts is not sent them by the database either. */
const amount = sql`case when ${place('amounts')}::boolean
  then jsonb_build_object('amountMinor', h.amount_minor, 'currency', h.currency) else '{}' end`;

const ofCharge = (column: string, status?: SQL): Branch => ({
  from: sql`charges h where ${mine('h')} and h.${sql.raw(column)} is not null`,
  at: sql.raw(`h.${column}`),
  tie: sql.raw('h.ref'),
  id: sql.raw('h.id'),
  charge: sql.raw('h.ref'),
  facts: sql`jsonb_build_object('chargeType', h.charge_type${status ?? sql``}) || ${amount}`,
});

const BRANCHES: Record<TimelineEventType, Branch> = {
  binder_received: {
    from: ofBinders,
    at: sql`case when ${sameDay} then b.created_at else b.received_at::timestamp at time zone 'utc' end`,
    dayOnly: sql`not ${sameDay}`,
    tie: sql.raw('b.ref'),
    id: sql.raw('b.id'),
    binder: sql.raw('b.ref'),
    facts: sql.raw(`jsonb_build_object('binderNumber', b.binder_number)`),
  },
  binder_status_change: {
    from: journal(steps.map(([verb]) => verb)),
    at: sql.raw('j.recorded_at'),
    tie: sql.raw('j.xid'),
    id: sql.raw('j.id'),
    binder: sql.raw('b.ref'),
    facts: sql`jsonb_build_object('binderNumber', b.binder_number, 'oldStatus', ${statusOf('from')}, 'newStatus', ${statusOf('to')})`,
  },
  binder_returned: {
    from: journal(['binder.returned']),
    at: sql.raw('j.recorded_at'),
    tie: sql.raw('j.xid'),
    id: sql.raw('j.id'),
    binder: sql.raw('b.ref'),
    facts: sql.raw(
      `jsonb_build_object('binderNumber', b.binder_number, 'pickupPersonName', b.pickup_person_name)`,
    ),
  },
  charge_created: ofCharge('created_at', sql.raw(`, 'status', h.status`)),
  charge_issued: ofCharge('issued_at'),
  invoice_attached: {
    from: sql`charges h join charge_invoices i on i.tenant_id = h.tenant_id and i.charge_id = h.id where ${mine('h')}`,
    at: sql.raw('i.created_at'),
    tie: sql.raw('h.ref'),
    id: sql.raw('h.id'),
    charge: sql.raw('h.ref'),
    facts: sql.raw(`jsonb_build_object('provider', i.provider, 'externalInvoiceId', i.external_invoice_id)`),
  },
  charge_paid: ofCharge('paid_at'),
  charge_canceled: ofCharge('canceled_at'),
  notification_sent: {
    from: sql`outbox_messages n left join binders b on b.tenant_id = n.tenant_id and b.id = n.binder_id
      where ${mine('n')} and n.trigger is not null and n.status <> 'skipped'`,
    at: sql.raw('n.created_at'),
    tie: sql.raw('0'),
    id: sql.raw('n.id'),
    binder: sql.raw('b.ref'),
    facts: sql.raw(`jsonb_build_object('trigger', n.trigger, 'channel', n.channel)`),
  },
};

const nothing = sql.raw('null::bigint');

function select(type: TimelineEventType): SQL {
  const {
    from,
    at,
    dayOnly = sql.raw('false'),
    tie,
    id,
    binder = nothing,
    charge = nothing,
    facts,
  } = BRANCHES[type];
  return sql`select ${sql.raw(String(TIMELINE_EVENTS.indexOf(type) + 1))}::int as rank, ${at} as at, ${dayOnly} as day_only,
    ${tie}::bigint as tie, ${id} as id, ${binder} as binder_ref, ${charge} as charge_ref, ${facts} as facts from ${from}`;
}

/**
 * The events of one client, as a union to stand in FROM. Placeholders: tenantId, contactId, timeZone, amounts. Whoever
 * pages orders by `(at, rank, tie, id) desc`: newest first, of one moment the later step first.
 */
export const timelineEvents = (types: readonly TimelineEventType[]): SQL =>
  sql`(${sql.join(types.map(select), sql.raw(' union all '))})`;

export const newestFirst = sql.raw('e.at desc, e.rank desc, e.tie desc, e.id desc');
