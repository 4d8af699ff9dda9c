import type { Pick } from '../../ui/combobox.tsx';
import type { Option } from '../../ui/select.tsx';

/** What a new value means: how the row looks with it at once, and how it is saved. */
export interface CellChange<Row> {
  shown: Partial<Row>;
  /** Answers the record as it is then; throws what the server refuses. */
  save: (version: number | undefined) => Promise<{ version: number }>;
}

interface Kind<Row, K extends string, V> {
  kind: K;
  value: (row: Row) => V;
  change: (row: Row, value: V) => CellChange<Row>;
}

/** How a cell is changed in its place. */
export type CellEditor<Row> =
  | (Kind<Row, 'text', string> & { type?: 'email' | 'tel' })
  | Kind<Row, 'tags', readonly string[]>
  | Kind<Row, 'date', string | null>
  | (Kind<Row, 'select', string> & { options: readonly Option[] })
  | (Kind<Row, 'record', Pick | null> & {
      searchKey: string;
      search: (text: string, signal: AbortSignal) => Promise<Pick[]>;
    });

/** A value of any editor, as the cell holds it while it is changed. */
export type CellValue = string | readonly string[] | Pick | null;

/** An editor whose kind does not matter here: values go in as they came out. */
export interface AnyEditor<Row> {
  value: (row: Row) => CellValue;
  change: (row: Row, value: CellValue) => CellChange<Row>;
}

/** Whether two values say the same. */
export function same(a: CellValue, b: CellValue): boolean {
  const plain = (value: CellValue) =>
    value !== null && typeof value === 'object' && 'id' in value ? value.id : value;
  return JSON.stringify(plain(a)) === JSON.stringify(plain(b));
}
