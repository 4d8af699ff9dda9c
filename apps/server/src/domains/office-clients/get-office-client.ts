import type { OfficeClientDetail, OfficeClientView } from '@officina/contracts/office-clients';
import { byRef } from '@officina/contracts/office-fields';
import { sql } from 'drizzle-orm';
import { may } from '../../kernel/authorize.ts';
import { notFound } from '../../kernel/errors.ts';
import { read } from '../../kernel/operation.ts';
import { rawStatement } from '../../kernel/statement.ts';
import { clientTables, presentClient } from './client-row.ts';
import { type ClientStateRow, presentClientItem, stateColumns } from './client-state.ts';
import { loadClient } from './load-client.ts';

interface DetailRow extends ClientStateRow {
  binders: number;
  charges: number;
  documents: number;
  outbox_messages: number;
}

const countOf = (table: string, more = sql``) =>
  sql`(select count(*)::int from ${sql.raw(table)} x
    where x.tenant_id = o.tenant_id and x.contact_id = o.contact_id ${more}) as ${sql.raw(table)}`;

const statement = rawStatement<DetailRow>(sql`
  select ${stateColumns}, ${countOf('binders')}, ${countOf('charges')},
    ${countOf('documents', sql.raw('and x.document_type is not null'))}, ${countOf('outbox_messages', sql.raw('and x.trigger is not null'))}
  from ${clientTables} where o.tenant_id = ${sql.placeholder('tenantId')} and o.ref = ${sql.placeholder('ref')}`);

/** A client with what the head of its page shows. */
export const getOfficeClient = read({
  name: 'officeClients.get',
  permission: 'office.clients.read',
  input: byRef,
  async run(ctx, { ref }): Promise<OfficeClientDetail> {
    const [row] = await statement(ctx.db, { tenantId: ctx.tenant.id, today: ctx.today, ref });
    if (!row) throw notFound('Client');
    const { binders, charges, documents, unpaid_charges: unpaidCharges } = row;
    const messages = may(ctx.actor, 'office.notifications.read') ? row.outbox_messages : null;
    return {
      ...presentClientItem(ctx, row),
      counts: { binders, charges, unpaidCharges, documents, messages },
    };
  },
});

/** The client alone, as programs read it. */
export const readOfficeClient = read({
  name: 'officeClients.read',
  permission: 'office.clients.read',
  input: byRef,
  async run(ctx, { ref }): Promise<OfficeClientView> {
    return presentClient(await loadClient(ctx, ref));
  },
});
