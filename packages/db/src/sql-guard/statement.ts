import type { Node, SelectStmt, WithClause } from '@pgsql/types';
import { as, text } from './ast.ts';
import type { Environment } from './environment.ts';
import { enterTable, rename } from './from-clause.ts';
import { analyzeInsert } from './insert.ts';
import { query } from './query.ts';
import { isKnown, newScope, type Outputs, type Scope, TENANT } from './scope.ts';

/** Checks a statement and all its subqueries, and says what it gives out. */
export function analyze(node: Node | undefined, parent: Scope | null, env: Environment): Outputs {
  const select = as(node, 'SelectStmt');
  if (select) return analyzeSelect(select, parent, env);
  const insert = as(node, 'InsertStmt');
  if (insert) return analyzeInsert(insert, withCtes(insert.withClause, parent, env));
  const update = as(node, 'UpdateStmt');
  const change = update ?? as(node, 'DeleteStmt');
  if (change?.relation) {
    const inner = withCtes(change.withClause, parent, env);
    const scope = newScope(parent);
    // What is written is a table, even when a WITH query has its name.
    const target = enterTable(change.relation, scope, { ...inner, ctes: new Map() });
    const assigned = update?.targetList ?? [];
    if (target.kind === 'tenant' && assigned.some((item) => as(item, 'ResTarget')?.name === TENANT)) {
      inner.report(`UPDATE of ${target.name} changes ${TENANT}`);
    }
    const from = as(node, 'DeleteStmt')?.usingClause ?? update?.fromClause ?? [];
    const targets = change.returningClause?.exprs ?? [];
    return query({ from, where: change.whereClause, targets, others: assigned }, scope, inner);
  }
  const merge = as(node, 'MergeStmt');
  if (merge) env.report('MERGE cannot be checked; use INSERT … ON CONFLICT or UPDATE … FROM');
  return [];
}

function analyzeSelect(select: SelectStmt, parent: Scope | null, outer: Environment): Outputs {
  const env = withCtes(select.withClause, parent, outer);
  if (select.op && select.op !== 'SETOP_NONE') {
    const [left, right] = [select.larg, select.rarg].map((arm) =>
      arm ? analyzeSelect(arm, parent, env) : [],
    );
    return (left ?? []).map((output, index) => ({
      ...output,
      known: output.known && Boolean(right?.[index]?.known),
    }));
  }
  const rows = (select.valuesLists ?? []).map((row) => as(row, 'List')?.items ?? []);
  const scope = newScope(parent);
  const outputs = query(
    {
      from: select.fromClause ?? [],
      where: select.whereClause,
      targets: select.targetList ?? [],
      others: expressionsOf(select),
    },
    scope,
    env,
  );
  const columns = (rows[0] ?? []).map((_, index) => ({
    name: `column${index + 1}`,
    known: rows.every((row) => isKnown(row[index], scope)),
  }));
  return rows.length > 0 ? columns : outputs;
}

/** Checks the WITH queries and makes them known by name. */
function withCtes(clause: WithClause | undefined, parent: Scope | null, env: Environment): Environment {
  if (!clause) return env;
  const ctes = new Map(env.ctes);
  const inner: Environment = { ...env, ctes };
  for (const node of clause.ctes ?? []) {
    const cte = as(node, 'CommonTableExpr');
    const name = cte?.ctename ?? '';
    const names = (cte?.aliascolnames ?? []).map(text);
    const first = as(cte?.ctequery, 'SelectStmt')?.larg;
    // A recursive query sees what its first arm gives out.
    if (clause.recursive && first) {
      ctes.set(name, rename(analyzeSelect(first, parent, { ...inner, report: () => {} }), names));
    }
    ctes.set(name, rename(analyze(cte?.ctequery, parent, inner), names));
  }
  return inner;
}

const expressionsOf = (select: SelectStmt): unknown[] => [
  select.distinctClause,
  select.groupClause,
  select.havingClause,
  select.windowClause,
  select.valuesLists,
  select.sortClause,
  select.limitCount,
  select.limitOffset,
];
