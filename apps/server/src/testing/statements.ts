import { createSqlGuard } from '@officina/db/sql-guard';
import { globalKeys, tenantTables } from '@officina/db/tenant-tables';

const guard = createSqlGuard(tenantTables(), globalKeys());
const problems = new Set<string>();
let sent: string[] = [];

/** Give this to `createClient` as `onQuery`: a statement that may cross tenants fails the test that sent it. */
export function watchStatement(statement: string): void {
  sent.push(statement);
  const problem = guard.check(statement);
  if (problem) problems.add(problem);
}

/** What was wrong since the last call. */
export function takeProblems(): string[] {
  const found = [...problems];
  problems.clear();
  sent = [];
  return found;
}

/** That a tenant has news goes out a moment after a commit, in the middle of whatever comes next. */
const isAnnouncement = (statement: string): boolean => /pg_notify\(\$\d+, tenant\)/.test(statement);

/** What is sent while `work` runs, in order: for tests that a read is a fixed number of statements. */
export async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  sent = [];
  await work();
  return sent.filter((statement) => !isAnnouncement(statement));
}
