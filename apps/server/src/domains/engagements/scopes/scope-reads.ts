import type { Page } from '@officina/contracts/paging';
import { byPortalId } from '@officina/contracts/portal-fields';
import type { Scope } from '@officina/contracts/scopes';
import { scopeList } from '@officina/contracts/scopes-inputs';
import { scopeProposals } from '@officina/db/schema/engagement-work';
import { and, eq, sql } from 'drizzle-orm';
import type { Ctx } from '../../../kernel/context.ts';
import { AppError } from '../../../kernel/errors.ts';
import { isUuid } from '../../../kernel/ids.ts';
import { decodeCursor, isMoment, pageOf } from '../../../kernel/keyset.ts';
import { read } from '../../../kernel/operation.ts';
import { preparedByShape } from '../../../kernel/statement.ts';
import { orgOf } from '../org-scope.ts';
import { namedScopes, notDraft, presentScope } from './scope-row.ts';

interface Shape {
  own: boolean;
  one: boolean;
  status: boolean;
  engagement: boolean;
  inquiry: boolean;
  after: boolean;
}

const statement = preparedByShape(JSON.stringify, (db, shape: Shape) => {
  const cursor = sql`(${sql.placeholder('cursorAt')}::timestamptz, ${sql.placeholder('cursorId')}::uuid)`;
  return namedScopes(
    db,
    and(
      shape.own ? and(eq(scopeProposals.orgId, sql.placeholder('orgId')), notDraft) : undefined,
      shape.one ? eq(scopeProposals.id, sql.placeholder('id')) : undefined,
      shape.status ? eq(scopeProposals.status, sql.placeholder('status')) : undefined,
      shape.engagement ? eq(scopeProposals.engagementId, sql.placeholder('engagementId')) : undefined,
      shape.inquiry ? eq(scopeProposals.inquiryId, sql.placeholder('inquiryId')) : undefined,
      shape.after ? sql`(${scopeProposals.createdAt}, ${scopeProposals.id}) < ${cursor}` : undefined,
    ),
  ).prepare('scopes');
});

type Question = { limit: number; id?: string } & Partial<
  Record<'status' | 'engagementId' | 'inquiryId' | 'cursorAt' | 'cursorId', string>
>;

/** Scopes that the caller sees, newest first: clients see what was sent to their organisation. */
async function find(ctx: Ctx, question: Question) {
  const { id, status, engagementId, inquiryId, cursorId } = question;
  if ([id, engagementId, inquiryId].some((each) => each !== undefined && !isUuid(each))) return [];
  const orgId = orgOf(ctx.actor);
  const shape = {
    own: orgId !== null,
    one: id !== undefined,
    status: status !== undefined,
    engagement: engagementId !== undefined,
    inquiry: inquiryId !== undefined,
    after: cursorId !== undefined,
  };
  return statement(ctx.db, shape).execute({ tenantId: ctx.tenant.id, orgId, ...question });
}

export const listScopes = read({
  name: 'scopes.list',
  permission: 'portal.scopes.read',
  input: scopeList,
  async run(ctx, { limit, cursor, ...filters }): Promise<Page<Scope>> {
    const after = decodeCursor(cursor, isMoment);
    const rows = await find(ctx, {
      ...filters,
      limit: limit + 1,
      ...(after && { cursorAt: String(after.value), cursorId: after.id }),
    });
    return pageOf(
      rows,
      limit,
      ({ row }) => ({ value: row.createdAt.toISOString(), id: row.id }),
      (row) => presentScope(ctx, row),
    );
  },
});

/** The scopes of an engagement, newest first. */
export const scopesOf = async (ctx: Ctx, engagementId: string): Promise<Scope[]> =>
  (await find(ctx, { engagementId, limit: 1000 })).map((row) => presentScope(ctx, row));

/** A scope as its screens show it; else NOT_FOUND. */
export async function readScope(ctx: Ctx, id: string): Promise<Scope> {
  const [found] = await find(ctx, { id, limit: 1 });
  if (!found) throw new AppError('NOT_FOUND');
  return presentScope(ctx, found);
}

export const getScope = read({
  name: 'scopes.get',
  permission: 'portal.scopes.read',
  input: byPortalId,
  run: (ctx, { id }): Promise<Scope> => readScope(ctx, id),
});
