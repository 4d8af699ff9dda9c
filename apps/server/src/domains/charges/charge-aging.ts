import type { ChargeAging, ChargeAgingPage } from '@officina/contracts/charges';
import { chargeAging } from '@officina/contracts/charges-inputs';
import { type SQL, sql } from 'drizzle-orm';
import { cachedRead } from '../../kernel/cached-read.ts';
import type { Ctx } from '../../kernel/context.ts';
import { type Cursor, decodeCursor, pageOf } from '../../kernel/keyset.ts';
import { read } from '../../kernel/operation.ts';
import { rawStatementByShape } from '../../kernel/statement.ts';
import { chargeCondition } from './charge-filters.ts';

type Sums = Omit<ChargeAging, 'client'>;
type Row = Sums & { clientRef: number; clientName: string };

const place = sql.placeholder;

/** Issued charges with the business day of their issue and the days since. */
const aged = (client: boolean): SQL => sql`(
  select h.contact_id, h.currency, h.amount_minor, day.issued_on, ${place('today')}::date - day.issued_on as age
  from charges h, lateral (select (h.issued_at at time zone ${place('timeZone')}::text)::date as issued_on) day
  where ${chargeCondition({ client, status: false, period: false })} and h.status = 'issued') h`;

const between = (from: number, to: number, name: string) =>
  sql.raw(
    `coalesce(sum(h.amount_minor) filter (where h.age between ${from} and ${to}), 0)::float8 as "${name}"`,
  );

/** A charge issued at a moment that another zone calls tomorrow is no day old. */
const sums = sql`h.currency, ${between(-1, 30, 'days30')}, ${between(31, 60, 'days60')}, ${between(61, 90, 'days90')},
  ${between(91, 1_000_000, 'older')}, sum(h.amount_minor)::float8 as total, min(h.issued_on)::text as "oldestIssuedOn"`;

const statement = rawStatementByShape<{ client: boolean; after: boolean }, Row>(({ client, after }) => {
  const cursor = sql`(${place('cursorDay')}::text, ${place('cursorRef')}::bigint, ${place('cursorCurrency')}::text)`;
  const beyond = after ? sql`where (s."oldestIssuedOn", o.ref, s.currency) > ${cursor}` : sql``;
  return sql`select o.ref::float8 as "clientRef", c.display_name as "clientName", s.currency, s.days30, s.days60, s.days90, s.older,
      s.total, s."oldestIssuedOn"
    from (select h.contact_id, ${sums} from ${aged(client)} group by h.contact_id, h.currency) s
      join office_clients o on o.tenant_id = ${place('tenantId')}::uuid and o.contact_id = s.contact_id
      join contacts c on c.tenant_id = ${place('tenantId')}::uuid and c.id = s.contact_id
    ${beyond} order by s."oldestIssuedOn", o.ref, s.currency limit ${place('limit')}::int`;
});

const totals = rawStatementByShape<{ client: boolean }, Sums>(
  ({ client }) => sql`select ${sums} from ${aged(client)} group by h.currency order by h.currency`,
);

const isDay = (value: unknown): boolean => typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value);
const isRowName = (id: string): boolean => /^\d{1,15}\/[A-Z]{3}$/.test(id);

type AgingInput = ReturnType<typeof chargeAging.parse>;

async function agingPage(
  ctx: Ctx,
  { clientRef, limit }: AgingInput,
  after: Cursor | null,
): Promise<ChargeAgingPage> {
  const client = clientRef !== undefined;
  const { id: tenantId, timeZone } = ctx.tenant;
  const common = { tenantId, timeZone, today: ctx.today, ...(client && { clientRef }) };
  const [cursorRef, cursorCurrency] = after?.id.split('/') ?? [];
  const [rows, sum] = await Promise.all([
    statement({ client, after: after !== null })(ctx.db, {
      ...common,
      limit: limit + 1,
      ...(after && { cursorDay: after.value, cursorRef, cursorCurrency }),
    }),
    after ? undefined : totals({ client })(ctx.db, common),
  ]);
  const page = pageOf(
    rows,
    limit,
    (row) => ({ value: row.oldestIssuedOn, id: `${row.clientRef}/${row.currency}` }),
    ({ clientRef: ref, clientName: name, ...rest }) => ({ client: { ref, name }, ...rest }),
  );
  return { ...page, ...(sum && { totals: sum }) };
}

/** What clients owe, per currency and by the days since each charge was issued, the oldest debt first. */
export const readChargeAging = read({
  name: 'charges.aging',
  permission: 'office.charges.amounts',
  input: chargeAging,
  run(ctx, input): Promise<ChargeAgingPage> {
    const after = decodeCursor(input.cursor, isDay, isRowName);
    return cachedRead(ctx, 'charges.aging', input, () => agingPage(ctx, input, after));
  },
});
