import type { OfficeClientListItem } from '@officina/contracts/office-clients';
import { officeClientList } from '@officina/contracts/office-clients-inputs';
import { COUNT_CAP, type Page } from '@officina/contracts/paging';
import { sql } from 'drizzle-orm';
import { decodeCursor, pageOf } from '../../kernel/keyset.ts';
import { read } from '../../kernel/operation.ts';
import { rawStatementByShape } from '../../kernel/statement.ts';
import { type ClientShape, clientCondition, clientFilterValues } from './client-filters.ts';
import { clientTables } from './client-row.ts';
import { type ClientStateRow, presentClientItem, stateColumns } from './client-state.ts';

const statement = rawStatementByShape<ClientShape & { after: boolean }, ClientStateRow>((shape) => {
  const cursor = sql`(${sql.placeholder('cursorValue')}::text, ${sql.placeholder('cursorId')}::uuid)`;
  const beyond = shape.after ? sql`and (c.display_name, c.id) > ${cursor}` : sql``;
  return sql`select ${stateColumns} from ${clientTables} where ${clientCondition(shape)} ${beyond}
    order by c.display_name, c.id limit ${sql.placeholder('limit')}::int`;
});

const counted = rawStatementByShape<ClientShape, { total: number }>(
  (shape) => sql`select count(*)::int as total from (
    select from ${clientTables} where ${clientCondition(shape)} limit ${sql.raw(String(COUNT_CAP + 1))}) bounded`,
);

/** Clients by name; `total` (capped) comes with the first page. */
export const listOfficeClients = read({
  name: 'officeClients.list',
  permission: 'office.clients.read',
  input: officeClientList,
  async run(ctx, { limit, cursor, ...filters }): Promise<Page<OfficeClientListItem>> {
    const after = decodeCursor(cursor);
    const { shape, values } = clientFilterValues(filters);
    // Searches are planned per call: whether an index on words or on names is better depends on the word.
    const planned = shape.words > 0 && ctx.db === ctx.services.client.db;
    const db = planned ? ctx.services.client.perCall : ctx.db;
    const common = { ...values, tenantId: ctx.tenant.id };
    const [rows, count] = await Promise.all([
      statement({ ...shape, after: after !== null })(db, {
        ...common,
        today: ctx.today,
        limit: limit + 1,
        ...(after && { cursorValue: after.value, cursorId: after.id }),
      }),
      after ? undefined : counted(shape)(db, { ...common, today: ctx.today }),
    ]);
    const page = pageOf(
      rows,
      limit,
      (row) => ({ value: row.full_name, id: row.contact_id }),
      (row) => presentClientItem(ctx, row),
    );
    return { ...page, ...(count && { total: count[0]?.total ?? 0 }) };
  },
});
