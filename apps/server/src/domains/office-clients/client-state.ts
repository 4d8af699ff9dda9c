import { BINDER_SIGNALS, type BinderSignal, PERMANENT_DOCUMENTS } from '@officina/contracts/office';
import type { OfficeClientAbilities, OfficeClientListItem } from '@officina/contracts/office-clients';
import { sql } from 'drizzle-orm';
import { may } from '../../kernel/authorize.ts';
import type { Ctx } from '../../kernel/context.ts';
import { open, signalsOf, tenant } from '../binders/verdict-sql.ts';
import { type ClientRow, clientColumns, presentClient } from './client-row.ts';
import { CLIENT_TRANSITIONS, mayGive } from './client-status.ts';

/** A client with what its binders, documents and charges make of it. */
export interface ClientStateRow extends ClientRow {
  open_binders: number;
  /** Types of the permanent documents on file. */
  on_file: string[];
  signals: BinderSignal[];
  unpaid_charges: number;
}

const ofClient = (table: string, alias: string) =>
  sql`${sql.raw(`${table} ${alias}`)} where ${sql.raw(alias)}.tenant_id = ${tenant} and ${sql.raw(alias)}.contact_id = o.contact_id`;

/** The binders of the client `o` that were not returned, as `b`. */
export const openBinders = sql`${ofClient('binders', 'b')} and ${open}`;

/** The columns of `ClientStateRow`, of clients as `o` and `c`; needs the placeholder `today`. */
export const stateColumns = sql`${clientColumns},
  (select count(*)::int from ${openBinders}) as open_binders,
  array(select distinct d.document_type from ${ofClient('documents', 'd')} and d.document_type is not null) as on_file,
  array(select distinct s.signal from binders b cross join lateral unnest(${signalsOf}) s(signal)
    where b.tenant_id = ${tenant} and b.contact_id = o.contact_id and ${open}) as signals,
  (select count(*)::int from ${ofClient('charges', 'h')} and h.status = 'issued') as unpaid_charges`;

function abilitiesOf({ actor }: Ctx, row: ClientStateRow): OfficeClientAbilities {
  const { status } = row;
  const leadsTo = (to: typeof status) => CLIENT_TRANSITIONS[status].includes(to) && mayGive(actor, to);
  const served = status !== 'closed';
  const reachable = row.unpaid_charges > 0 && Boolean(row.phone || row.email);
  return {
    edit: may(actor, 'office.clients.write'),
    activate: leadsTo('active'),
    freeze: leadsTo('frozen'),
    close: leadsTo('closed'),
    receiveBinder: served && may(actor, 'office.binders.write'),
    uploadDocument: may(actor, 'office.documents.write'),
    newCharge: served && may(actor, 'office.charges.write'),
    remindPayment: reachable && may(actor, 'office.notifications.send'),
  };
}

export function presentClientItem(ctx: Ctx, row: ClientStateRow): OfficeClientListItem {
  return {
    ...presentClient(row),
    openBinders: row.open_binders,
    missingDocuments: PERMANENT_DOCUMENTS.filter((type) => !row.on_file.includes(type)),
    signals: BINDER_SIGNALS.filter((signal) => row.signals.includes(signal)),
    abilities: abilitiesOf(ctx, row),
  };
}
