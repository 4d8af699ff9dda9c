import type { Namespace } from '@officina/contracts/relations';
import type { Role } from '@officina/contracts/roles';
import { documents } from '@officina/db/schema/documents';
import { invoices } from '@officina/db/schema/sales';
import { projects } from '@officina/db/schema/studio';
import { members } from '@officina/db/schema/tenancy';
import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Ctx } from '../../kernel/context.ts';
import { isUuid } from '../../kernel/ids.ts';
import { rawStatement } from '../../kernel/statement.ts';
import { type Graph, graphOf, type Tuple } from './graph.ts';

const p = sql.placeholder;

/** All tuples of an object and of whatever its tuples lead to, however far and in whatever circles. */
const reachable = rawStatement<Tuple>(sql`
  with recursive reach(namespace, object_id) as (
    select ${p('namespace')}::text, ${p('objectId')}::uuid
    union
    select t.subject_namespace, t.subject_id from reach r
    join permission_tuples t on t.tenant_id = ${p('tenantId')}::uuid
      and t.namespace = r.namespace and t.object_id = r.object_id
    where t.subject_namespace <> 'user'
  )
  select t.namespace, t.object_id as "objectId", t.relation, t.subject_namespace as "subjectNamespace",
    t.subject_id as "subjectId", t.subject_relation as "subjectRelation"
  from reach r join permission_tuples t on t.tenant_id = ${p('tenantId')}::uuid
    and t.namespace = r.namespace and t.object_id = r.object_id`);

export async function loadGraph(ctx: Ctx, namespace: Namespace, objectId: string): Promise<Graph> {
  const { id: tenantId } = ctx.tenant;
  return graphOf(tenantId, await reachable(ctx.db, { tenantId, namespace, objectId }));
}

/** The role that somebody has in the firm now; null for who is none of it. */
export async function roleOf(ctx: Ctx, userId: string): Promise<Role | null> {
  if (!isUuid(userId)) return null;
  const [row] = await ctx.db
    .select({ role: members.role })
    .from(members)
    .where(and(eq(members.tenantId, ctx.tenant.id), eq(members.userId, userId), isNull(members.removedAt)));
  return row?.role ?? null;
}

const TABLES = { project: projects, document: documents, invoice: invoices };

/** Whether the firm has such a record. */
export async function objectExists(ctx: Ctx, namespace: Namespace, id: string): Promise<boolean> {
  if (!isUuid(id)) return false;
  if (namespace === 'organization') return id === ctx.tenant.id;
  const table = TABLES[namespace];
  const [row] = await ctx.db
    .select({ id: table.id })
    .from(table)
    .where(and(eq(table.tenantId, ctx.tenant.id), eq(table.id, id)));
  return row !== undefined;
}
