import type { TaskHit } from '@officina/contracts/search';
import type { Db } from '@officina/db/client';
import { sql } from 'drizzle-orm';
import { rawStatement } from '../../kernel/statement.ts';
import { allLike, likeValues, memoized, wordsOf } from './matching.ts';

/** As `foldText` does it: decomposed, without Latin accents and Hebrew points, in lower case. */
const FOLDED = sql.raw(
  String.raw`lower(regexp_replace(normalize(t.title, NFD), '[\u0300-\u036f\u0591-\u05c7]', '', 'g'))`,
);

/** Tasks have no search text of their own: what is open at one time is few enough to look through. */
const statementFor = memoized((words: number) =>
  rawStatement<TaskHit>(sql`
    select t.id, t.title, t.status, t.due_at as "dueAt",
      case when t.contact_id is null then null else json_build_object('id', t.contact_id, 'name', c.display_name) end as contact
    from (
      select * from tasks where tenant_id = ${sql.placeholder('tenantId')} and deleted_at is null
        and status in ('todo', 'in_progress') order by id desc limit 2000
    ) t left join contacts c on c.tenant_id = t.tenant_id and c.id = t.contact_id
    where c.deleted_at is null and ${allLike(FOLDED, words)}
    order by t.due_at nulls last, t.id limit ${sql.placeholder('limit')}`),
);

/** Open tasks whose title holds every word; those due first come first. Tasks of deleted contacts are hidden. */
export async function findTasks(db: Db, tenantId: string, q: string, limit: number): Promise<TaskHit[]> {
  const words = wordsOf(q);
  if (!words.length) return [];
  const rows = await statementFor(words.length)(db, { ...likeValues(words), tenantId, limit });
  return rows.map((row) => ({ ...row, dueAt: row.dueAt && new Date(row.dueAt).toISOString() }));
}
