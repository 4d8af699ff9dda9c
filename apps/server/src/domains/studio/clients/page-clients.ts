import type { StudioClientView } from '@officina/contracts/studio';
import { studioClientPage } from '@officina/contracts/studio-inputs';
import type { Executor } from '@officina/db/client';
import { contacts } from '@officina/db/schema/contacts';
import { studioClients } from '@officina/db/schema/studio';
import { desc, sql } from 'drizzle-orm';
import { read } from '../../../kernel/operation.ts';
import { preparedByShape } from '../../../kernel/statement.ts';
import { reachOf, reachValues } from '../reach.ts';
import { type ClientShape, clientCondition, clientCount, clientFilters } from './client-filters.ts';
import { clientColumns, ofClient, presentClient } from './client-row.ts';

const pageStatement = preparedByShape(JSON.stringify, (db: Executor, shape: ClientShape) =>
  db
    .select(clientColumns)
    .from(contacts)
    .innerJoin(studioClients, ofClient)
    .where(clientCondition(shape))
    .orderBy(desc(studioClients.createdAt), desc(contacts.id))
    .limit(sql.placeholder('limit'))
    .offset(sql.placeholder('offset'))
    .prepare('studio_client_page'),
);

/** Numbered rows with an exact total, newest first: the list of programs. */
export const pageStudioClients = read({
  name: 'clients.page',
  permission: 'studio.clients.read',
  input: studioClientPage,
  async run(
    ctx,
    { limit, offset, ...filters },
  ): Promise<{ items: StudioClientView[]; total: number; limit: number; offset: number }> {
    const reach = reachOf(ctx, 'studio.clients.read');
    const { shape, values } = clientFilters(reach, filters);
    const common = { ...values, tenantId: ctx.tenant.id, ...reachValues(reach) };
    const [rows, [counted]] = await Promise.all([
      pageStatement(ctx.db, shape).execute({ ...common, limit, offset }),
      clientCount(ctx.db, shape).execute(common),
    ]);
    return { items: rows.map(presentClient), total: counted?.total ?? 0, limit, offset };
  },
});
