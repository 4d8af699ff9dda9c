import { COUNT_CAP, type Page } from '@officina/contracts/paging';
import type { StudioClientListItem } from '@officina/contracts/studio';
import { studioClientList } from '@officina/contracts/studio-inputs';
import type { Executor } from '@officina/db/client';
import { contacts } from '@officina/db/schema/contacts';
import { studioClients } from '@officina/db/schema/studio';
import { and, desc, sql } from 'drizzle-orm';
import { decodeCursor, isMoment, pageOf } from '../../../kernel/keyset.ts';
import { read } from '../../../kernel/operation.ts';
import { preparedByShape } from '../../../kernel/statement.ts';
import { reachOf, reachValues } from '../reach.ts';
import { type ClientShape, clientCondition, clientCount, clientFilters } from './client-filters.ts';
import { clientAbilities, clientColumns, ofClient, presentClient } from './client-row.ts';
import { openAmounts } from './open-amounts.ts';

const listStatement = preparedByShape(
  JSON.stringify,
  (db: Executor, { after, ...shape }: ClientShape & { after: boolean }) =>
    db
      .select({ ...clientColumns, open: openAmounts })
      .from(contacts)
      .innerJoin(studioClients, ofClient)
      .where(
        and(
          clientCondition(shape),
          after
            ? sql`(${studioClients.createdAt}, ${contacts.id}) < (${sql.placeholder('cursorValue')}::timestamptz, ${sql.placeholder('cursorId')}::uuid)`
            : undefined,
        ),
      )
      .orderBy(desc(studioClients.createdAt), desc(contacts.id))
      .limit(sql.placeholder('limit'))
      .prepare('studio_client_list'),
);

/** Newest first, with what is open of each; `total` (capped) comes with the first page. */
export const listStudioClients = read({
  name: 'clients.list',
  permission: 'studio.clients.read',
  input: studioClientList,
  async run(ctx, { limit, cursor, ...filters }): Promise<Page<StudioClientListItem>> {
    const after = decodeCursor(cursor, isMoment);
    const reach = reachOf(ctx, 'studio.clients.read');
    const { shape, values } = clientFilters(reach, filters);
    const common = { ...values, tenantId: ctx.tenant.id, ...reachValues(reach) };
    const [rows, counted] = await Promise.all([
      listStatement(ctx.db, { ...shape, after: after !== null }).execute({
        ...common,
        limit: limit + 1,
        ...(after && { cursorValue: after.value, cursorId: after.id }),
      }),
      after ? undefined : clientCount(ctx.db, { ...shape, most: COUNT_CAP + 1 }).execute(common),
    ]);
    const abilities = clientAbilities(ctx);
    const page = pageOf(
      rows,
      limit,
      (row) => ({ value: row.createdAt.toISOString(), id: row.id }),
      (row) => ({ ...presentClient(row), open: row.open, abilities }),
    );
    return { ...page, ...(counted && { total: counted[0]?.total ?? 0 }) };
  },
});
