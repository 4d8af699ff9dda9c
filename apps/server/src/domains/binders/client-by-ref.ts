import type { ClientStatus, PermanentDocument } from '@officina/contracts/office';
import { sql } from 'drizzle-orm';
import type { Ctx } from '../../kernel/context.ts';
import { rawStatement } from '../../kernel/statement.ts';

const place = sql.placeholder;

export interface ClientFile {
  contactId: string;
  status: ClientStatus;
  /** Types of which a permanent document is there, without order. */
  onFile: PermanentDocument[];
  openCharges: number;
  openBinders: number;
}

const statement = rawStatement<ClientFile>(sql`
  select o.contact_id as "contactId", o.status,
    array(select distinct d.document_type from documents d
      where d.tenant_id = o.tenant_id and d.contact_id = o.contact_id and d.category = 'permanent') as "onFile",
    (select count(*)::int from charges h
      where h.tenant_id = o.tenant_id and h.contact_id = o.contact_id and h.status = 'issued') as "openCharges",
    (select count(*)::int from binders b
      where b.tenant_id = o.tenant_id and b.contact_id = o.contact_id and b.status <> 'returned') as "openBinders"
  from office_clients o
  where o.tenant_id = ${place('tenantId')}::uuid and o.ref = ${place('clientRef')}::bigint`);

/** What a client's binders need to know of the client; undefined for a missing or foreign one. */
export async function clientByRef(ctx: Ctx, clientRef: number): Promise<ClientFile | undefined> {
  const [row] = await statement(ctx.db, { tenantId: ctx.tenant.id, clientRef });
  return row;
}
