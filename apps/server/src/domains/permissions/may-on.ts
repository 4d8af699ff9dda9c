import { isNamespace, isRelation, type Namespace, RELATIONS } from '@officina/contracts/relations';
import { userIdOf } from '../../kernel/actor.ts';
import { may } from '../../kernel/authorize.ts';
import { cachedRead } from '../../kernel/cached-read.ts';
import type { Ctx } from '../../kernel/context.ts';
import { pathTo, type Question } from './graph.ts';
import { loadGraph, objectExists, roleOf } from './load-graph.ts';

/**
 * Whether somebody stands in a relation to a record. Answers are remembered until anything of the firm has changed: each
 * change of tuples, memberships or records leaves its entry in the journal.
 */
export async function holds(
  ctx: Ctx,
  { namespace, objectId, relation }: Question,
  userId: string,
): Promise<{ allowed: boolean; cached: boolean }> {
  if (!isNamespace(namespace) || !isRelation(namespace, relation)) return { allowed: false, cached: false };
  let cached = true;
  const allowed = await cachedRead(ctx, 'permissions', [namespace, objectId, relation, userId], async () => {
    cached = false;
    const role = await roleOf(ctx, userId);
    if (!role || !(await objectExists(ctx, namespace, objectId))) return false;
    const graph = await loadGraph(ctx, namespace, objectId);
    return pathTo(graph, { namespace, objectId, relation }, { userId, role }) !== null;
  });
  return { allowed, cached };
}

/** Whether the caller may do something with one record that their role alone does not let them. */
export async function mayOn(
  ctx: Ctx,
  namespace: Namespace,
  objectId: string,
  relation: string,
): Promise<boolean> {
  const me = userIdOf(ctx.actor);
  return me !== null && (await holds(ctx, { namespace, objectId, relation }, me)).allowed;
}

/** `openedBy` of an operation on one record: for whoever stands in the relation to it. */
export const whoever =
  (namespace: Namespace, relation: string) =>
  (ctx: Ctx, { id }: { id: string }): Promise<boolean> =>
    mayOn(ctx, namespace, id, relation);

/** Whether the caller decides who has which relation to a record. */
export async function controls(ctx: Ctx, namespace: string, objectId: string): Promise<boolean> {
  if (may(ctx.actor, 'permissions.manage')) return true;
  return isNamespace(namespace) && mayOn(ctx, namespace, objectId, RELATIONS[namespace].control);
}
