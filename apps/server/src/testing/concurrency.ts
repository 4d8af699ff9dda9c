import type { ReservedSql, Sql } from 'postgres';

/** Resolves once some other transaction waits for one that `holder` has open. */
export async function waitingFor(sql: Sql, holder: ReservedSql): Promise<void> {
  const [self] = await holder`select pg_backend_pid() as pid`;
  for (;;) {
    const [row] = await sql`select exists (select from pg_stat_activity a
      where ${self?.pid} = any(pg_blocking_pids(a.pid))) as waiting`;
    if (row?.waiting) return;
  }
}
