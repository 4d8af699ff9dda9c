import type { ChargeStatus } from '@officina/contracts/office';
import { type SQL, sql } from 'drizzle-orm';

export interface ChargeFilters {
  clientRef?: number;
  status?: ChargeStatus;
  period?: string;
}

/** Which conditions a filter needs: one prepared statement is kept per shape. */
export interface ChargeShape {
  client: boolean;
  status: boolean;
  period: boolean;
}

export function chargeFilterValues({ clientRef, status, period }: ChargeFilters): {
  shape: ChargeShape;
  values: Record<string, unknown>;
} {
  return {
    shape: { client: clientRef !== undefined, status: status !== undefined, period: period !== undefined },
    values: {
      ...(clientRef !== undefined && { clientRef }),
      ...(status && { status }),
      ...(period && { period }),
    },
  };
}

const tenant = sql`${sql.placeholder('tenantId')}::uuid`;

/** The charges `h` that a filter means. A client that there is not has none. */
export function chargeCondition({ client, status, period }: ChargeShape): SQL {
  const conditions = [sql`h.tenant_id = ${tenant}`];
  if (client)
    conditions.push(sql`h.contact_id = (select contact_id from office_clients
      where tenant_id = ${tenant} and ref = ${sql.placeholder('clientRef')}::bigint)`);
  if (status) conditions.push(sql`h.status = ${sql.placeholder('status')}`);
  if (period) conditions.push(sql`h.period = ${sql.placeholder('period')}`);
  return sql.join(conditions, sql.raw(' and '));
}
