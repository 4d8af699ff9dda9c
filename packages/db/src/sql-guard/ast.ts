import type {
  A_Expr,
  Alias,
  BoolExpr,
  ColumnRef,
  CommonTableExpr,
  DeleteStmt,
  IndexElem,
  InsertStmt,
  JoinExpr,
  List,
  MergeStmt,
  MultiAssignRef,
  Node,
  RangeFunction,
  RangeSubselect,
  RangeTableFunc,
  RangeTableSample,
  RangeVar,
  ResTarget,
  RowExpr,
  SelectStmt,
  SetToDefault,
  SubLink,
  TypeCast,
  UpdateStmt,
} from '@pgsql/types';

/** The kinds of node that the guard looks into. */
interface Kinds {
  A_Expr: A_Expr;
  BoolExpr: BoolExpr;
  ColumnRef: ColumnRef;
  CommonTableExpr: CommonTableExpr;
  DeleteStmt: DeleteStmt;
  IndexElem: IndexElem;
  InsertStmt: InsertStmt;
  JoinExpr: JoinExpr;
  List: List;
  MergeStmt: MergeStmt;
  MultiAssignRef: MultiAssignRef;
  RangeFunction: RangeFunction;
  RangeSubselect: RangeSubselect;
  RangeTableFunc: RangeTableFunc;
  RangeTableSample: RangeTableSample;
  RangeVar: RangeVar;
  ResTarget: ResTarget;
  RowExpr: RowExpr;
  SelectStmt: SelectStmt;
  SetToDefault: SetToDefault;
  SubLink: SubLink;
  TypeCast: TypeCast;
  UpdateStmt: UpdateStmt;
}

/** The node as that kind, or undefined when it is another. */
export function as<K extends keyof Kinds>(node: Node | undefined, kind: K): Kinds[K] | undefined {
  return node && kind in node ? (node as unknown as Record<K, Kinds[K]>)[kind] : undefined;
}

/** The text of a name node. */
export function text(node: Node | undefined): string {
  return node && 'String' in node ? (node.String.sval ?? '') : '';
}

/** The names that an alias gives to the columns. */
export function columnNames(alias: Alias | undefined): string[] {
  return (alias?.colnames ?? []).map(text);
}

const STATEMENTS = new Set(['SelectStmt', 'InsertStmt', 'UpdateStmt', 'DeleteStmt', 'MergeStmt']);

/** Every subquery in an expression, the nested ones of a subquery itself excepted. */
export function sublinks(value: unknown, found: SubLink[] = []): SubLink[] {
  if (Array.isArray(value)) for (const item of value) sublinks(item, found);
  else if (value && typeof value === 'object') {
    for (const [key, inner] of Object.entries(value)) {
      if (key === 'SubLink') {
        found.push(inner as SubLink);
        sublinks((inner as SubLink).testexpr, found);
      } else if (!STATEMENTS.has(key)) sublinks(inner, found);
    }
  }
  return found;
}

/** Whether an expression reads neither a column nor a subquery: a parameter, a literal, a call on such. */
export function isConstant(value: unknown): boolean {
  if (Array.isArray(value)) return value.every(isConstant);
  if (!value || typeof value !== 'object') return true;
  return Object.entries(value).every(
    ([key, inner]) => key !== 'ColumnRef' && key !== 'SubLink' && key !== 'SetToDefault' && isConstant(inner),
  );
}

/** Every statement below a node that is no query itself (EXPLAIN, CREATE TABLE AS, DECLARE …). */
export function innerStatements(value: unknown, found: Node[] = []): Node[] {
  if (Array.isArray(value)) for (const item of value) innerStatements(item, found);
  else if (value && typeof value === 'object') {
    for (const [key, inner] of Object.entries(value)) {
      if (STATEMENTS.has(key)) found.push({ [key]: inner } as Node);
      else innerStatements(inner, found);
    }
  }
  return found;
}

/** Every table named below a node. */
export function tablesIn(value: unknown, found: string[] = []): string[] {
  if (Array.isArray(value)) for (const item of value) tablesIn(item, found);
  else if (value && typeof value === 'object') {
    const { relname } = value as RangeVar;
    if (typeof relname === 'string') found.push(relname);
    for (const inner of Object.values(value)) tablesIn(inner, found);
  }
  return found;
}
