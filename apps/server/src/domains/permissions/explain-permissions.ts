import { type AccessView, isNamespace, type Namespace, RELATIONS } from '@officina/contracts/relations';
import { accessOf } from '@officina/contracts/relations-inputs';
import { users } from '@officina/db/schema/identity';
import { permissionTuples } from '@officina/db/schema/relations';
import { invoices } from '@officina/db/schema/sales';
import { projects } from '@officina/db/schema/studio';
import { members } from '@officina/db/schema/tenancy';
import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Ctx } from '../../kernel/context.ts';
import { AppError, notFound } from '../../kernel/errors.ts';
import { read } from '../../kernel/operation.ts';
import { pathTo } from './graph.ts';
import { loadGraph, objectExists } from './load-graph.ts';
import { controls, mayOn } from './may-on.ts';

/** The client whose people see a record by their role, without any relation to it. */
async function clientOf(ctx: Ctx, namespace: Namespace, objectId: string): Promise<string | null> {
  if (namespace !== 'project' && namespace !== 'invoice') return null;
  const table = namespace === 'project' ? projects : invoices;
  const [row] = await ctx.db
    .select({ contactId: table.contactId })
    .from(table)
    .where(and(eq(table.tenantId, ctx.tenant.id), eq(table.id, objectId)));
  return row?.contactId ?? null;
}

/** Everybody who can do something with a record, what, and why; for who may see the record. */
export const explainPermissions = read({
  name: 'permissions.explain',
  permission: 'permissions.check',
  input: accessOf,
  async run(ctx, { namespace, objectId }): Promise<AccessView> {
    if (!isNamespace(namespace) || !(await objectExists(ctx, namespace, objectId))) throw notFound('Object');
    const grant = await controls(ctx, namespace, objectId);
    if (!grant && !(await mayOn(ctx, namespace, objectId, 'can_view'))) throw new AppError('FORBIDDEN');
    const { id: tenantId } = ctx.tenant;
    const [graph, client, everybody, tuples] = await Promise.all([
      loadGraph(ctx, namespace, objectId),
      clientOf(ctx, namespace, objectId),
      ctx.db
        .select({
          userId: users.id,
          name: users.name,
          email: users.email,
          role: members.role,
          contactId: members.contactId,
        })
        .from(members)
        .innerJoin(users, eq(users.id, members.userId))
        .where(and(eq(members.tenantId, tenantId), isNull(members.removedAt)))
        .orderBy(asc(users.name), asc(users.id)),
      ctx.db
        .select()
        .from(permissionTuples)
        .where(
          and(
            eq(permissionTuples.tenantId, tenantId),
            eq(permissionTuples.namespace, namespace),
            eq(permissionTuples.objectId, objectId),
          ),
        )
        .orderBy(asc(permissionTuples.createdAt), asc(permissionTuples.id)),
    ]);
    // From the strongest to the weakest, as the model names them.
    const relations = Object.keys(RELATIONS[namespace].computed);
    const people = everybody.flatMap(({ role, contactId, ...person }) => {
      for (const relation of relations) {
        const path = pathTo(graph, { namespace, objectId, relation }, { userId: person.userId, role });
        if (path) return [{ ...person, role, relation, path }];
      }
      if (client === null || contactId !== client) return [];
      const relation = 'can_view';
      return [
        {
          ...person,
          role,
          relation,
          path: [`${namespace}:${objectId}#${relation}`, `client:${client}#member`],
        },
      ];
    });
    const names = new Map(everybody.map(({ userId, name }) => [userId, name]));
    return {
      people,
      tuples: tuples.map(({ id, relation, subjectNamespace, subjectId, subjectRelation }) => ({
        id,
        namespace,
        objectId,
        relation,
        subjectNamespace,
        subjectId,
        subjectRelation: subjectRelation || null,
        subjectName: names.get(subjectId) ?? subjectNamespace,
      })),
      abilities: { grant },
    };
  },
});
