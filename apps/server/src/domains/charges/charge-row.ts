import type { ChargeListItem } from '@officina/contracts/charges';
import type { ChargeStatus, ChargeType } from '@officina/contracts/office';
import { type SQL, sql } from 'drizzle-orm';
import { may } from '../../kernel/authorize.ts';
import type { Ctx } from '../../kernel/context.ts';
import { chargeAbilities } from './charge-status.ts';

/** A charge as SQL answers it. */
export interface ChargeRow {
  id: string;
  ref: number;
  client_ref: number;
  client_name: string;
  amount_minor: number;
  currency: string;
  charge_type: ChargeType;
  period: string | null;
  status: ChargeStatus;
  /** ISO timestamps. */
  created_at: string;
  issued_at: string | null;
  paid_at: string | null;
  canceled_at: string | null;
  invoice: ChargeListItem['invoice'];
}

const iso = (column: string): SQL =>
  sql.raw(`to_char(${column} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`);

/** The columns of `ChargeRow`, of charges as `h` with `chargeJoins`. */
export const chargeColumns = sql`h.id, h.ref::float8 as ref, o.ref::float8 as client_ref, c.display_name as client_name,
  h.amount_minor::float8 as amount_minor, h.currency, h.charge_type, h.period, h.status, ${iso('h.created_at')} as created_at,
  ${iso('h.issued_at')} as issued_at, ${iso('h.paid_at')} as paid_at, ${iso('h.canceled_at')} as canceled_at,
  case when i.charge_id is not null then json_build_object('provider', i.provider, 'externalInvoiceId', i.external_invoice_id,
    'documentUrl', i.document_url, 'createdAt', ${iso('i.created_at')}) end as invoice`;

export const chargeJoins = sql`
  join office_clients o on o.tenant_id = h.tenant_id and o.contact_id = h.contact_id
  join contacts c on c.tenant_id = h.tenant_id and c.id = h.contact_id
  left join charge_invoices i on i.tenant_id = h.tenant_id and i.charge_id = h.id`;

/** The amount's keys for those who may see it, and for nobody else. */
export function visibleAmount(
  ctx: Ctx,
  { amount_minor, currency }: Pick<ChargeRow, 'amount_minor' | 'currency'>,
) {
  return may(ctx.actor, 'office.charges.amounts') ? { amountMinor: amount_minor, currency } : {};
}

export function presentCharge(ctx: Ctx, row: ChargeRow): ChargeListItem {
  return {
    id: row.id,
    ref: row.ref,
    client: { ref: row.client_ref, name: row.client_name },
    ...visibleAmount(ctx, row),
    chargeType: row.charge_type,
    period: row.period,
    status: row.status,
    createdAt: row.created_at,
    issuedAt: row.issued_at,
    paidAt: row.paid_at,
    canceledAt: row.canceled_at,
    invoice: row.invoice,
    abilities: chargeAbilities(ctx, row.status, row.invoice !== null),
  };
}
