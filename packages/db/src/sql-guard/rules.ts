import type { A_Expr, Node } from '@pgsql/types';
import { as, isConstant, text } from './ast.ts';
import { type Column, columnKnown, isKnown, type Ref, resolve, type Scope } from './scope.ts';

/** "This column is known when that expression is": what an equality in a condition says. */
export interface Rule {
  target: Column;
  source: () => boolean;
  key: string;
}

/** Key columns of tables outside the tenants: one row found by such a key belongs to one tenant. */
export type Lookups = Readonly<Record<string, readonly string[]>>;

/** The rules of a condition that holds for each row. Only columns of `targets` become known by it. */
export function rulesOf(node: Node | undefined, targets: readonly Ref[], scope: Scope): Rule[] {
  const bool = as(node, 'BoolExpr');
  if (bool?.boolop === 'AND_EXPR') return (bool.args ?? []).flatMap((arg) => rulesOf(arg, targets, scope));
  if (bool?.boolop === 'OR_EXPR')
    return inEveryBranch((bool.args ?? []).map((arg) => rulesOf(arg, targets, scope)));
  const comparison = as(node, 'A_Expr');
  if (comparison && text(comparison.name?.[0]) === '=') return fromComparison(comparison, targets, scope);
  const sublink = as(node, 'SubLink');
  if (sublink?.subLinkType !== 'ANY_SUBLINK' || (sublink.operName && text(sublink.operName[0]) !== '='))
    return [];
  const outputs = scope.sublinks.get(sublink) ?? [];
  return elements(sublink.testexpr).flatMap((tested, index) =>
    toTarget(tested, targets, scope, () => outputs[index]?.known ?? false, 'subquery'),
  );
}

function fromComparison({ kind, lexpr, rexpr }: A_Expr, targets: readonly Ref[], scope: Scope): Rule[] {
  if (kind === 'AEXPR_OP') return equal(lexpr, rexpr, targets, scope);
  if (kind !== 'AEXPR_IN') return [];
  const items = as(rexpr, 'List')?.items ?? [];
  // `in ($1)` is an equality; `(tenant_id, id) in (($1, $2), ($1, $3))` is one for what all its rows share.
  return elements(lexpr).flatMap((left, index) => {
    const rights = items.map((item) => elements(item)[index]);
    return new Set(rights.map(shape)).size === 1 ? equal(left, rights[0], targets, scope) : [];
  });
}

function equal(
  left: Node | undefined,
  right: Node | undefined,
  targets: readonly Ref[],
  scope: Scope,
): Rule[] {
  const lefts = elements(left);
  const rights = elements(right);
  if (lefts.length !== rights.length) return [];
  return lefts.flatMap((one, index) => {
    const other = rights[index];
    return [
      ...toTarget(one, targets, scope, () => isKnown(other, scope), keyOf(other)),
      ...toTarget(other, targets, scope, () => isKnown(one, scope), keyOf(one)),
    ];
  });
}

function toTarget(
  node: Node | undefined,
  targets: readonly Ref[],
  scope: Scope,
  source: () => boolean,
  key: string,
): Rule[] {
  const reference = as(as(node, 'TypeCast')?.arg ?? node, 'ColumnRef');
  return (reference ? resolve(reference, scope) : [])
    .filter(({ ref }) => targets.includes(ref))
    .map((target) => ({ target, source, key: `${scope.refs.indexOf(target.ref)}.${target.column}=${key}` }));
}

/** The two sides of USING or NATURAL: the column of one is that of the other. */
export function sameColumn(from: readonly Ref[], to: readonly Ref[], column: string, scope: Scope): Rule[] {
  return to.map((ref) => ({
    target: { ref, column },
    source: () => from.some((other) => columnKnown({ ref: other, column }, scope)),
    key: `using ${column}`,
  }));
}

/** Applies the rules until nothing more becomes known. */
export function settle(rules: readonly Rule[], lookups: Lookups): void {
  for (let changed = true; changed; ) {
    changed = false;
    for (const { target, source } of rules) {
      const { ref, column } = target;
      if (ref.known.has(column) || !source()) continue;
      ref.known.add(column);
      if (ref.kind === 'global' && lookups[ref.table]?.includes(column)) ref.known.add('*');
      changed = true;
    }
  }
}

/** Of alternatives only what each of them says holds. */
function inEveryBranch(branches: readonly Rule[][]): Rule[] {
  const [first, ...others] = branches;
  return (first ?? []).filter((rule) =>
    others.every((rules) => rules.some((other) => other.key === rule.key)),
  );
}

const elements = (node: Node | undefined): (Node | undefined)[] => as(node, 'RowExpr')?.args ?? [node];
const shape = (node: Node | undefined): string =>
  JSON.stringify(node, (key, value: unknown) => (key === 'location' ? undefined : value)) ?? '';
/** Parameters are numbered anew at each use, so that any one is as good as another. */
const keyOf = (node: Node | undefined): string => (node && isConstant(node) ? 'constant' : shape(node));
