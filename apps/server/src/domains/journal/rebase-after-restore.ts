import type { Db } from '@officina/db/client';
import { sql } from 'drizzle-orm';
import { crossTenant } from '../../kernel/statement.ts';

const LAST_POSSIBLE = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/**
 * A database restored into a new cluster holds entries with transaction ids that the new cluster has not reached:
 * nothing written from now on would ever come after them. Sealed entries keep their place by `seq`, so their
 * transaction ids may go to the beginning; unsealed ones follow right after. Returns whether that was needed.
 */
export async function rebaseAfterRestore(db: Db): Promise<boolean> {
  return db.transaction(async (tx) => {
    const [state] = await tx.execute<{ ahead: boolean }>(sql`
      select exists (select from tenants t where ${crossTenant('transaction ids belong to the cluster')}
        and (select max(e.xid) from journal_entries e where e.tenant_id = t.id) > (pg_current_xact_id()::text)::bigint)
        as ahead`);
    if (!state?.ahead) return false;
    await tx.execute(sql`update journal_entries set xid = case when seq is null then 1 else 0 end
      where ${crossTenant('the whole database was restored')}`);
    await tx.execute(sql`update journal_chains set last_xid = 0, last_id = ${LAST_POSSIBLE}
      where ${crossTenant('the whole database was restored')}`);
    return true;
  });
}
