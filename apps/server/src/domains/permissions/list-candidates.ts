import { type CandidateView, isNamespace } from '@officina/contracts/relations';
import { accessCandidates as input } from '@officina/contracts/relations-inputs';
import { escapeLike } from '@officina/contracts/text';
import { users } from '@officina/db/schema/identity';
import { projects } from '@officina/db/schema/studio';
import { members } from '@officina/db/schema/tenancy';
import { and, asc, eq, ilike, isNull, or, type SQL, sql } from 'drizzle-orm';
import { may } from '../../kernel/authorize.ts';
import type { Ctx } from '../../kernel/context.ts';
import { AppError, notFound } from '../../kernel/errors.ts';
import { read } from '../../kernel/operation.ts';
import { objectExists } from './load-graph.ts';
import { controls } from './may-on.ts';

const MOST = 20;

/**
 * Whom somebody may get to know by opening a record to them: who manages permissions knows everybody; others those
 * that they work with, which are the firm's freelancers and the people of a project's client.
 */
function known(ctx: Ctx, projectId: string): SQL | undefined {
  if (may(ctx.actor, 'permissions.manage')) return undefined;
  const client = ctx.db
    .select({ id: projects.contactId })
    .from(projects)
    .where(and(eq(projects.tenantId, ctx.tenant.id), eq(projects.id, projectId)));
  return or(eq(members.role, 'freelancer'), sql`${members.contactId} in (${client})`);
}

/** Members to whom a record can be opened, by name or address; for who decides about it. */
export const listCandidates = read({
  name: 'permissions.candidates',
  permission: 'permissions.check',
  input,
  async run(ctx, { namespace, objectId, search }): Promise<CandidateView[]> {
    if (!isNamespace(namespace) || !(await objectExists(ctx, namespace, objectId))) throw notFound('Object');
    if (!(await controls(ctx, namespace, objectId))) throw new AppError('FORBIDDEN');
    const wanted = search?.trim();
    return ctx.db
      .select({ userId: users.id, name: users.name, email: users.email, role: members.role })
      .from(members)
      .innerJoin(users, eq(users.id, members.userId))
      .where(
        and(
          eq(members.tenantId, ctx.tenant.id),
          isNull(members.removedAt),
          known(ctx, objectId),
          wanted
            ? or(...[users.name, users.email].map((column) => ilike(column, `%${escapeLike(wanted)}%`)))
            : undefined,
        ),
      )
      .orderBy(asc(users.name), asc(users.id))
      .limit(MOST);
  },
});
