import type { Node } from '@pgsql/types';
import { as, sublinks, text } from './ast.ts';
import type { Environment } from './environment.ts';
import { enterFrom, type FromClause, rename } from './from-clause.ts';
import { rulesOf, settle } from './rules.ts';
import { isKnown, type Outputs, outputKnown, type Scope, TENANT } from './scope.ts';

export interface Query {
  from: readonly Node[];
  where: Node | undefined;
  targets: readonly Node[];
  others: unknown;
}

/** The part that SELECT, UPDATE and DELETE share: items, conditions, subqueries, then the verdict. */
export function query({ from, where, targets, others }: Query, scope: Scope, env: Environment): Outputs {
  const found = enterFrom(from, scope, env);
  const conclude = (): void =>
    settle(
      [...rulesOf(where, scope.refs, scope), ...found.conditions.flatMap((rules) => rules())],
      env.lookups,
    );
  conclude();
  enterLateral(found, scope, env);
  conclude();
  for (const sublink of sublinks([where, found.expressions, targets, others])) {
    scope.sublinks.set(sublink, env.analyze(sublink.subselect, scope, env));
  }
  conclude();
  for (const ref of scope.refs) {
    if (ref.kind === 'tenant' && !ref.known.has(TENANT)) {
      env.report(
        `${ref.table}${ref.name === ref.table ? '' : ` as ${ref.name}`} is used without its ${TENANT}`,
      );
    }
  }
  return targets.map((target) => output(target, scope));
}

function enterLateral({ lateral }: FromClause, scope: Scope, env: Environment): void {
  for (const { ref, subquery, names } of lateral)
    ref.outputs = rename(env.analyze(subquery, scope, env), names);
}

function output(node: Node, scope: Scope): Outputs[number] {
  const target = as(node, 'ResTarget');
  const fields = as(target?.val, 'ColumnRef')?.fields ?? [];
  const last = fields.at(-1);
  if (last && 'A_Star' in last) {
    const only = fields.length > 1 ? text(fields.at(-2)) : null;
    const refs = scope.refs.filter((ref) => only === null || ref.name === only);
    return {
      name: '*',
      known: refs.some((ref) => ref.kind === 'tenant' || outputKnown(ref.outputs, TENANT)),
    };
  }
  return { name: target?.name ?? text(last), known: isKnown(target?.val, scope) };
}
