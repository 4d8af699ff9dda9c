import type { SavedViewView } from '@officina/contracts/preferences';
import { viewList } from '@officina/contracts/preferences-inputs';
import { users } from '@officina/db/schema/identity';
import { savedViews } from '@officina/db/schema/preferences';
import { and, asc, eq, isNull, or, sql } from 'drizzle-orm';
import { requireUser } from '../../kernel/authorize.ts';
import { read } from '../../kernel/operation.ts';
import { prepared } from '../../kernel/statement.ts';
import { presentView } from './view-presenter.ts';

/** More than fits a menu; what is beyond is found by nobody. */
const SHOWN = 500;

const statement = prepared((db) =>
  db
    .select({
      id: savedViews.id,
      list: savedViews.list,
      label: savedViews.label,
      params: savedViews.params,
      shared: savedViews.shared,
      ownerId: savedViews.ownerId,
      version: savedViews.version,
      ownerName: users.name,
    })
    .from(savedViews)
    .innerJoin(users, eq(users.id, savedViews.ownerId))
    .where(
      and(
        eq(savedViews.tenantId, sql.placeholder('tenantId')),
        eq(savedViews.list, sql.placeholder('list')),
        or(eq(savedViews.ownerId, sql.placeholder('me')), eq(savedViews.shared, true)),
        isNull(savedViews.deletedAt),
      ),
    )
    .orderBy(asc(sql`lower(${savedViews.label})`), asc(savedViews.id))
    .limit(SHOWN)
    .prepare('saved_view_list'),
);

/** The caller's own views of a list and those that colleagues share, by name. */
export const listViews = read({
  name: 'preferences.views',
  permission: 'views.save',
  input: viewList,
  async run(ctx, { list }): Promise<{ items: SavedViewView[] }> {
    const { id: me } = requireUser(ctx.actor);
    const rows = await statement(ctx.db).execute({ tenantId: ctx.tenant.id, list, me });
    return { items: rows.map(({ ownerName, ...row }) => presentView(ctx, row, ownerName)) };
  },
});
