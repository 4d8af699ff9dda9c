import { loadModule, parseSync } from 'libpg-query';
import { innerStatements, tablesIn } from './sql-guard/ast.ts';
import type { Environment } from './sql-guard/environment.ts';
import type { Lookups } from './sql-guard/rules.ts';
import { analyze } from './sql-guard/statement.ts';

await loadModule();

export interface SqlGuard {
  /** What is wrong with a statement, or null when every tenant table in it is held to one tenant. */
  check(sql: string): string | null;
}

/** `/* cross-tenant: the reason *​/` marks one of the few statements that mean every tenant. */
const MARKER = /\/\*\s*cross-tenant:\s*\S[^*]*\*\//;

/**
 * Makes the guard of the test run. It parses each statement with PostgreSQL's own parser and demands that the
 * `tenant_id` of every tenant table in it equals a parameter, or the `tenant_id` of another that does.
 *
 * `lookups` names key columns of tables outside the tenants (`{ tenants: ['id', 'subdomain'] }`): one row found
 * by such a key counts as a parameter.
 */
export function createSqlGuard(tenantTables: Iterable<string>, lookups: Lookups = {}): SqlGuard {
  const tables = new Set(tenantTables);
  const mentions = new RegExp(`\\b(${[...tables].join('|') || '(?!)'})\\b`);
  const verdicts = new Map<string, string | null>();
  const judge = (sql: string): string | null => {
    if (MARKER.test(sql) || !mentions.test(sql)) return null;
    const problems = problemsOf(sql, tables, lookups);
    return problems.length > 0 ? `${[...new Set(problems)].join('; ')}\n${sql.trim().slice(0, 2_000)}` : null;
  };
  return {
    check: (sql) => {
      const before = verdicts.get(sql);
      if (before !== undefined) return before;
      const verdict = judge(sql);
      verdicts.set(sql, verdict);
      return verdict;
    },
  };
}

/** Statements that take a whole table, whosever rows are in it. */
const WHOLE_TABLE = new Set(['TruncateStmt', 'CopyStmt']);

function problemsOf(sql: string, tenantTables: ReadonlySet<string>, lookups: Lookups): string[] {
  const problems: string[] = [];
  const report = (problem: string): void => void problems.push(problem);
  const env: Environment = { tenantTables, lookups, ctes: new Map(), report, analyze };
  try {
    for (const { stmt } of parseSync(sql).stmts ?? []) {
      for (const statement of innerStatements(stmt)) analyze(statement, null, env);
      const kind = Object.keys(stmt ?? {})[0] ?? '';
      if (!WHOLE_TABLE.has(kind)) continue;
      const touched = tablesIn(stmt).filter((table) => tenantTables.has(table));
      if (touched.length > 0 && innerStatements(stmt).length === 0)
        report(`${kind} takes all of ${touched.join(', ')}`);
    }
  } catch (error) {
    report(`the statement cannot be checked: ${(error as Error).message}`);
  }
  return problems;
}
