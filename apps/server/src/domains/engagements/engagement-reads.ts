import type { Engagement } from '@officina/contracts/engagements';
import { engagementList } from '@officina/contracts/engagements-inputs';
import type { Page } from '@officina/contracts/paging';
import { escapeLike } from '@officina/contracts/text';
import { contacts } from '@officina/db/schema/contacts';
import { engagements } from '@officina/db/schema/engagements';
import { and, eq, ilike, or, sql } from 'drizzle-orm';
import type { Ctx } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { isUuid } from '../../kernel/ids.ts';
import { decodeCursor, isMoment, pageOf } from '../../kernel/keyset.ts';
import { read } from '../../kernel/operation.ts';
import { preparedByShape } from '../../kernel/statement.ts';
import { namedEngagements, presentNamed } from './engagement-row.ts';
import { orgOf } from './org-scope.ts';

interface Shape {
  own: boolean;
  stage: boolean;
  status: boolean;
  q: boolean;
  after: boolean;
}

const listStatement = preparedByShape(JSON.stringify, (db, { own, stage, status, q, after }: Shape) => {
  const cursor = sql`(${sql.placeholder('cursorAt')}::timestamptz, ${sql.placeholder('cursorId')}::uuid)`;
  const like = sql.placeholder('q');
  return namedEngagements(
    db,
    and(
      own ? eq(engagements.orgId, sql.placeholder('orgId')) : undefined,
      stage ? eq(engagements.stage, sql.placeholder('stage')) : undefined,
      status ? eq(engagements.status, sql.placeholder('status')) : undefined,
      q ? or(ilike(engagements.title, like), ilike(contacts.displayName, like)) : undefined,
      after ? sql`(${engagements.createdAt}, ${engagements.id}) < ${cursor}` : undefined,
    ),
  ).prepare('engagements');
});

/** Engagements, newest first; clients see those of their organisation. `q` is a part of the title or the organisation's name. */
export const listEngagements = read({
  name: 'engagements.list',
  permission: 'portal.engagements.read',
  input: engagementList,
  async run(ctx, { limit, cursor, stage, status, q }): Promise<Page<Engagement>> {
    const after = decodeCursor(cursor, isMoment);
    const orgId = orgOf(ctx.actor);
    const shape = {
      own: orgId !== null,
      stage: stage !== undefined,
      status: status !== undefined,
      q: Boolean(q),
      after: after !== null,
    };
    const rows = await listStatement(ctx.db, shape).execute({
      tenantId: ctx.tenant.id,
      limit: limit + 1,
      orgId,
      stage,
      status,
      ...(q && { q: `%${escapeLike(q)}%` }),
      ...(after && { cursorAt: after.value, cursorId: after.id }),
    });
    return pageOf(
      rows,
      limit,
      ({ row }) => ({ value: row.createdAt.toISOString(), id: row.id }),
      (row) => presentNamed(ctx, row),
    );
  },
});

const one = preparedByShape(String, (db, own: boolean) =>
  namedEngagements(
    db,
    and(
      eq(engagements.id, sql.placeholder('id')),
      own ? eq(engagements.orgId, sql.placeholder('orgId')) : undefined,
    ),
  ).prepare('engagement'),
);

/** An engagement as its screens show it. Missing ones, and for clients those of others, are NOT_FOUND. */
export async function readEngagement(ctx: Ctx, id: string): Promise<Engagement> {
  const orgId = orgOf(ctx.actor);
  const [row] = isUuid(id)
    ? await one(ctx.db, orgId !== null).execute({ tenantId: ctx.tenant.id, id, orgId, limit: 1 })
    : [];
  if (!row) throw new AppError('NOT_FOUND');
  return presentNamed(ctx, row);
}
