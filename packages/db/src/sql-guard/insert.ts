import type { InsertStmt, OnConflictClause } from '@pgsql/types';
import { as } from './ast.ts';
import type { Environment } from './environment.ts';
import { enterTable } from './from-clause.ts';
import { query } from './query.ts';
import { newScope, type Outputs, type Ref, TENANT } from './scope.ts';

/** Checks an INSERT: it names the tenant of each row, and an upsert cannot meet another tenant's row. */
export function analyzeInsert(insert: InsertStmt, env: Environment): Outputs {
  if (!insert.relation) return [];
  const scope = newScope(null);
  // The name of the target is never that of a WITH query.
  const target = enterTable(insert.relation, scope, { ...env, ctes: new Map() });
  if (target.kind === 'tenant') checkTenant(insert, target, env);
  const outputs = insert.selectStmt ? env.analyze(insert.selectStmt, null, env) : [];
  const position = columnsOf(insert).indexOf(TENANT);
  const star = outputs.some((output) => output.name === '*');
  // What is returned are rows just written; they are one tenant's when what was written was.
  target.known.add(TENANT);
  scope.refs.push({ ...target, name: 'excluded', table: 'excluded', known: new Set([TENANT]) });
  const conflict = insert.onConflictClause;
  const returned = query(
    {
      from: [],
      where: undefined,
      targets: insert.returningClause?.exprs ?? [],
      others: [conflict?.targetList, conflict?.whereClause],
    },
    scope,
    env,
  );
  const known = star || (outputs[position]?.known ?? false);
  return returned.map((output) =>
    output.name === TENANT || output.name === '*' ? { ...output, known } : output,
  );
}

const columnsOf = (insert: InsertStmt): string[] =>
  (insert.cols ?? []).map((item) => as(item, 'ResTarget')?.name ?? '');

function checkTenant(insert: InsertStmt, target: Ref, env: Environment): void {
  const position = columnsOf(insert).indexOf(TENANT);
  const rows = as(insert.selectStmt, 'SelectStmt')?.valuesLists ?? [];
  const leftOut = rows.some((row) => as(as(row, 'List')?.items?.[position], 'SetToDefault'));
  if (position < 0 || leftOut) env.report(`INSERT into ${target.table} does not set ${TENANT}`);
  if (insert.onConflictClause?.action === 'ONCONFLICT_UPDATE')
    checkUpsert(insert.onConflictClause, target, env);
}

function checkUpsert({ infer, targetList }: OnConflictClause, target: Ref, env: Environment): void {
  const byTenant = infer?.indexElems?.some((element) => as(element, 'IndexElem')?.name === TENANT);
  if (!byTenant && !infer?.conname) env.report(`ON CONFLICT of ${target.table} does not name ${TENANT}`);
  if (targetList?.some((item) => as(item, 'ResTarget')?.name === TENANT)) {
    env.report(`ON CONFLICT of ${target.table} changes ${TENANT}`);
  }
}
