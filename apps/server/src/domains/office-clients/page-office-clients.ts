import type { OfficeClientView } from '@officina/contracts/office-clients';
import { officeClientPage } from '@officina/contracts/office-clients-inputs';
import { sql } from 'drizzle-orm';
import { read } from '../../kernel/operation.ts';
import { rawStatementByShape } from '../../kernel/statement.ts';
import { type ClientRow, clientColumns, presentClient } from './client-row.ts';

/** Where the page starts is found in the index of refs alone; contacts are looked up for its rows only. */
const statement = rawStatementByShape<{ status: boolean }, { total: number; rows: ClientRow[] }>(
  ({ status }) => {
    const condition = sql`tenant_id = ${sql.placeholder('tenantId')}::uuid
    ${status ? sql`and status = ${sql.placeholder('status')}` : sql``}`;
    return sql`select (select count(*)::int from office_clients where ${condition}) as total,
    coalesce((select json_agg(r order by r.ref) from (
      select ${clientColumns} from (
        select * from office_clients where ${condition} order by ref
        limit ${sql.placeholder('limit')}::int offset ${sql.placeholder('offset')}::bigint
      ) o join contacts c on c.tenant_id = o.tenant_id and c.id = o.contact_id
    ) r), '[]') as rows`;
  },
);

/** Numbered page with an exact total, in the order of refs. */
export const pageOfficeClients = read({
  name: 'officeClients.page',
  permission: 'office.clients.read',
  input: officeClientPage,
  async run(
    ctx,
    { status, page, pageSize },
  ): Promise<{ items: OfficeClientView[]; page: number; pageSize: number; total: number }> {
    const [found] = await statement({ status: status !== undefined })(ctx.db, {
      tenantId: ctx.tenant.id,
      limit: pageSize,
      offset: (page - 1) * pageSize,
      ...(status && { status }),
    });
    return { items: (found?.rows ?? []).map(presentClient), page, pageSize, total: found?.total ?? 0 };
  },
});
