import { NAMESPACES, type Namespace, RELATIONS } from '@officina/contracts/relations';
import { type SQL, sql } from 'drizzle-orm';
import { DEPTH } from './graph.ts';

type Rule = [namespace: Namespace, has: string, gets: string];

/** Who stands in a relation stands in those that it is a part of. */
const WITHIN: Rule[] = [];
/** Who stands in a relation to a project stands in these to its documents. */
const OF_PROJECT: Rule[] = [];
for (const namespace of NAMESPACES)
  for (const [gets, parts] of Object.entries(RELATIONS[namespace].computed))
    for (const part of parts) {
      if (typeof part === 'string') WITHIN.push([namespace, part, gets]);
      else if ('project' in part) OF_PROJECT.push([namespace, part.project, gets]);
    }

const table = (rules: Rule[]): SQL =>
  sql.raw(rules.map(([namespace, has, gets]) => `('${namespace}', '${has}', '${gets}')`).join(', '));

/**
 * A subquery of the records that were opened to somebody by tuples, as `pathTo` finds them one by one: from the person
 * onwards instead of from the record back. It leaves out what a role opens, since who has such a role reaches all.
 * Placeholders: `tenantId`, and `me`, who asks.
 */
export const openedTo = (namespace: Namespace, relation: string): SQL => sql`(
  with recursive held(namespace, object_id, relation, depth) as (
    select t.namespace, t.object_id, t.relation, 0 from permission_tuples t
    where t.tenant_id = ${sql.placeholder('tenantId')} and t.subject_namespace = 'user'
      and t.subject_id = ${sql.placeholder('me')}
    union
    select next.namespace, next.object_id, next.relation, h.depth + 1
    from held h cross join lateral (
      select h.namespace, h.object_id, r.gets from (values ${table(WITHIN)}) r(namespace, has, gets)
      where r.namespace = h.namespace and r.has = h.relation
      union all
      select t.namespace, t.object_id, t.relation from permission_tuples t
      where t.tenant_id = ${sql.placeholder('tenantId')} and t.subject_namespace = h.namespace
        and t.subject_id = h.object_id and t.subject_relation = h.relation
      union all
      select t.namespace, t.object_id, r.gets from permission_tuples t
      join (values ${table(OF_PROJECT)}) r(namespace, has, gets) on r.namespace = t.namespace
      where t.tenant_id = ${sql.placeholder('tenantId')} and t.subject_namespace = 'project'
        and t.relation = 'project' and t.subject_id = h.object_id and h.namespace = 'project' and r.has = h.relation
    ) next(namespace, object_id, relation)
    where h.depth < ${sql.raw(String(DEPTH))}
  )
  select held.object_id from held
  where held.namespace = ${sql.raw(`'${namespace}'`)} and held.relation = ${sql.raw(`'${relation}'`)})`;
