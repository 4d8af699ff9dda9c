import { escapeLike } from '@officina/contracts/text';
import type { Executor } from '@officina/db/client';
import { projects } from '@officina/db/schema/studio';
import { and, count, eq, ilike, isNotNull, isNull, type SQL, sql } from 'drizzle-orm';
import type { Ctx } from '../../../kernel/context.ts';
import { preparedByShape } from '../../../kernel/statement.ts';
import { type Reach, reachColumn, reachCondition, reachOf, reachValues } from '../reach.ts';

/** Which conditions a list of projects needs: one prepared statement is kept per shape. */
export interface ProjectShape {
  reach: Reach['kind'];
  /** What of it the asker may change by their role. */
  write: Reach['kind'];
  archived: boolean;
  status: boolean;
  client: boolean;
  search: boolean;
}

const place = sql.placeholder;

export const projectCondition = (shape: ProjectShape): SQL | undefined =>
  and(
    eq(projects.tenantId, place('tenantId')),
    shape.archived ? isNotNull(projects.archivedAt) : isNull(projects.archivedAt),
    reachCondition(shape.reach, projects, ['project', 'can_view']),
    shape.status ? sql`${projects.status} = ${place('status')}` : undefined,
    shape.client ? eq(projects.contactId, place('clientId')) : undefined,
    shape.search ? ilike(projects.name, place('search')) : undefined,
  );

/** What the asker may do with the row, by their role or because it was opened to them. */
export const projectRights = ({ write }: Pick<ProjectShape, 'write'>) => ({
  editable: reachColumn('editable', write, projects, ['project', 'can_edit']),
  removable: reachColumn('removable', write, projects, ['project', 'can_delete']),
});

interface Filters {
  archived?: boolean;
  status?: string;
  clientId?: string;
  search?: string;
}

/** The shape of what is asked, and the values of its placeholders. */
export function projectFilters(ctx: Ctx, { archived = false, status, clientId, search }: Filters) {
  const reach = reachOf(ctx, 'studio.projects.read');
  const wanted = search?.trim() ?? '';
  const shape: ProjectShape = {
    reach: reach.kind,
    write: reachOf(ctx, 'studio.projects.write').kind,
    archived,
    status: status !== undefined && status !== '',
    client: clientId !== undefined,
    search: wanted !== '',
  };
  const values = { status, clientId, search: `%${escapeLike(wanted)}%` };
  return { shape, values: { ...values, tenantId: ctx.tenant.id, ...reachValues(reach) } };
}

/** How many match; `most` stops counting. */
export const projectCount = preparedByShape(
  JSON.stringify,
  (db: Executor, { most, ...shape }: ProjectShape & { most?: number }) => {
    const matching = db.select({ one: sql`1` }).from(projects).where(projectCondition(shape));
    const counted = (most === undefined ? matching : matching.limit(most)).as('matching');
    return db.select({ total: count() }).from(counted).prepare('project_count');
  },
);
