import type { JoinExpr, Node, RangeFunction, RangeVar } from '@pgsql/types';
import { as, columnNames, text } from './ast.ts';
import type { Environment } from './environment.ts';
import { type Rule, rulesOf, sameColumn } from './rules.ts';
import { mayHave, type Outputs, type Ref, type Scope, TENANT } from './scope.ts';

/** What a FROM list adds: the conditions of its joins and the subqueries that see their neighbours. */
export interface FromClause {
  conditions: (() => Rule[])[];
  lateral: { ref: Ref; subquery: Node | undefined; names: string[] }[];
  expressions: unknown[];
}

/** Enters the items of a FROM list into the scope. */
export function enterFrom(items: readonly Node[], scope: Scope, env: Environment): FromClause {
  const found: FromClause = { conditions: [], lateral: [], expressions: [] };
  for (const item of items) enter(item, scope, env, found);
  return found;
}

/** Enters a table: a tenant's, another, or a WITH query of that name. */
export function enterTable(table: RangeVar, scope: Scope, env: Environment): Ref {
  const relname = table.relname ?? '';
  const name = table.alias?.aliasname ?? relname;
  const cte = table.schemaname ? undefined : env.ctes.get(relname);
  if (cte) return add(scope, { name, kind: 'derived', outputs: rename(cte, columnNames(table.alias)) });
  const own = !table.schemaname || table.schemaname === 'public';
  return add(scope, {
    name,
    table: relname,
    kind: own && env.tenantTables.has(relname) ? 'tenant' : 'global',
  });
}

function enter(item: Node, scope: Scope, env: Environment, found: FromClause): Ref[] {
  const table = as(item, 'RangeVar') ?? as(as(item, 'RangeTableSample')?.relation, 'RangeVar');
  if (table) return [enterTable(table, scope, env)];
  const join = as(item, 'JoinExpr');
  if (join) return enterJoin(join, scope, env, found);
  const subselect = as(item, 'RangeSubselect');
  if (subselect) {
    const names = columnNames(subselect.alias);
    const ref = add(scope, { name: subselect.alias?.aliasname ?? '', kind: 'derived' });
    if (subselect.lateral) found.lateral.push({ ref, subquery: subselect.subquery, names });
    else ref.outputs = rename(env.analyze(subselect.subquery, scope.parent, env), names);
    return [ref];
  }
  const call = as(item, 'RangeFunction') ?? as(item, 'RangeTableFunc');
  if (!call) throw new Error(`The guard does not know this FROM item: ${Object.keys(item)[0]}`);
  found.expressions.push(call);
  const outputs = dataColumns(call as RangeFunction).map((name) => ({ name, known: false }));
  return [add(scope, { name: call.alias?.aliasname ?? '', kind: 'data', outputs })];
}

function enterJoin(join: JoinExpr, scope: Scope, env: Environment, found: FromClause): Ref[] {
  const left = join.larg ? enter(join.larg, scope, env, found) : [];
  const right = join.rarg ? enter(join.rarg, scope, env, found) : [];
  // The condition of an outer join says nothing of the rows that are kept without a partner.
  const kept = { JOIN_LEFT: right, JOIN_RIGHT: left, JOIN_FULL: [] }[join.jointype as string];
  const targets: readonly Ref[] = kept ?? [...left, ...right];
  found.expressions.push(join.quals);
  found.conditions.push(() => rulesOf(join.quals, targets, scope));
  if (join.isNatural || join.usingClause?.some((name) => text(name) === TENANT)) {
    const withTenant = (refs: Ref[]): Ref[] => refs.filter((ref) => mayHave(ref, TENANT, 2));
    const within = (refs: Ref[]): Ref[] => withTenant(refs).filter((ref) => targets.includes(ref));
    found.conditions.push(() => sameColumn(withTenant(left), within(right), TENANT, scope));
    found.conditions.push(() => sameColumn(withTenant(right), within(left), TENANT, scope));
  }
  return [...left, ...right];
}

function dataColumns(call: RangeFunction): string[] {
  const defined = (call.coldeflist ?? []).map((node) =>
    'ColumnDef' in node ? (node.ColumnDef.colname ?? '') : '',
  );
  return [...columnNames(call.alias), ...defined];
}

function add(scope: Scope, ref: Pick<Ref, 'name' | 'kind'> & Partial<Ref>): Ref {
  const entered: Ref = { table: '', outputs: [], known: new Set(), ...ref };
  scope.refs.push(entered);
  return entered;
}

/** The outputs under the column names that an alias gives; behind a star it cannot be told which is which. */
export function rename(outputs: Outputs, names: readonly string[]): Outputs {
  if (names.length === 0) return outputs;
  if (outputs.some((output) => output.name === '*')) return names.map((name) => ({ name, known: false }));
  return outputs.map((output, index) => ({ ...output, name: names[index] ?? output.name }));
}
