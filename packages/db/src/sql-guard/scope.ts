import type { ColumnRef, Node, SubLink } from '@pgsql/types';
import { as, isConstant, text } from './ast.ts';

export const TENANT = 'tenant_id';

/** What a query gives out: for each column whether its value belongs to one tenant for certain. `*` stands for a star. */
export type Outputs = readonly { name: string; known: boolean }[];

/** One item of a FROM list. */
export interface Ref {
  name: string;
  kind: 'tenant' | 'global' | 'derived' | 'data';
  table: string;
  /** Columns that are equal to a parameter or to such a column of another item. */
  known: Set<string>;
  outputs: Outputs;
}

/** The items that a query's expressions can name, inside those of the query around it. */
export interface Scope {
  refs: Ref[];
  parent: Scope | null;
  sublinks: Map<SubLink, Outputs>;
}

export interface Column {
  ref: Ref;
  column: string;
}

/** A scope with nothing in it yet. */
export function newScope(parent: Scope | null): Scope {
  return { refs: [], parent, sublinks: new Map() };
}

/** Whether an output column is known to belong to one tenant. */
export function outputKnown(outputs: Outputs, column: string): boolean {
  const named = outputs.find((output) => output.name === column);
  return named
    ? named.known
    : column === TENANT && outputs.some((output) => output.name === '*' && output.known);
}

/** The columns that a name may mean: several when USING has merged them, none when it cannot be told. */
export function resolve(reference: ColumnRef, scope: Scope): Column[] {
  const names = (reference.fields ?? []).map(text);
  const column = names.at(-1) ?? '';
  if (column === '') return [];
  const table = names.at(-2);
  for (let level: Scope | null = scope; level; level = level.parent) {
    const found = table
      ? level.refs.filter((ref) => ref.name === table).slice(0, 1)
      : level.refs.filter((ref) => mayHave(ref, column, level.refs.length));
    if (found.length > 0) return found.map((ref) => ({ ref, column }));
  }
  return [];
}

/** Whether an item may have this column; of a table that is not the tenants' only `tenant_id` tells nothing. */
export function mayHave(ref: Ref, column: string, siblings: number): boolean {
  if (ref.kind === 'tenant') return column === TENANT || siblings === 1;
  if (ref.kind === 'global') return siblings === 1;
  return ref.outputs.some((output) => output.name === column || (output.name === '*' && column === TENANT));
}

/** Whether the value of an expression belongs to one tenant for certain. */
export function isKnown(node: Node | undefined, scope: Scope): boolean {
  if (!node) return false;
  const cast = as(node, 'TypeCast');
  if (cast) return isKnown(cast.arg, scope);
  const reference = as(node, 'ColumnRef');
  if (reference) return resolve(reference, scope).some((column) => columnKnown(column, scope));
  const sublink = as(node, 'SubLink');
  if (sublink)
    return sublink.subLinkType === 'EXPR_SUBLINK' && (scope.sublinks.get(sublink)?.[0]?.known ?? false);
  return isConstant(node);
}

/** A tenant table of the query around is held to be constrained: if it is not, that query fails by itself. */
export function columnKnown({ ref, column }: Column, scope: Scope): boolean {
  if (ref.known.has(column) || ref.known.has('*')) return true;
  if (ref.kind === 'derived' && outputKnown(ref.outputs, column)) return true;
  return ref.kind === 'tenant' && column === TENANT && !scope.refs.includes(ref);
}
