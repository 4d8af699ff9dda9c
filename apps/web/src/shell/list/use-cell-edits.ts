import { useLingui } from '@lingui/react/macro';
import type { QueryKey } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { patchInLists } from '../../lib/optimistic.ts';
import { useAct } from '../../lib/use-act.ts';
import { queryClient } from '../../trpc.ts';
import { type AnyEditor, type CellChange, type CellValue, same } from './cell-edit.ts';
import type { Column, RowBase } from './types.ts';

/** What makes the cells of a list editable, besides editors on its columns. */
export interface CellEdits<Row> {
  /** `trpc.contacts.list.pathKey()`: where the rows are kept. */
  listKey: QueryKey;
  can: (row: Row) => boolean;
}

export interface CellEditing<Row extends RowBase> {
  /** The cell being changed. */
  at: { rowId: string; column: string } | null;
  editable: (row: Row, column: Column<Row>) => boolean;
  begin: (row: Row, column: Column<Row>) => void;
  commit: (row: Row, column: Column<Row>, value: CellValue) => void;
  cancel: () => void;
}

const latest = (a: number | undefined, b: number | undefined): number | undefined =>
  a === undefined || b === undefined ? (a ?? b) : Math.max(a, b);

/** Changes cells in their place: shown at once, put back when the server refuses, taken back by the toast. */
export function useCellEdits<Row extends RowBase>(
  edits: CellEdits<Row> | undefined,
  settled: () => unknown,
): CellEditing<Row> {
  const { t } = useLingui();
  const { act } = useAct();
  const [at, setAt] = useState<CellEditing<Row>['at']>(null);
  // The version that the last save of a row left: the list may learn of it later than the next save begins.
  const left = useRef(new Map<string, Promise<number | undefined>>());
  /** Saves after what is being saved of the row already, expecting the version that this leaves. */
  const saveNext = (rowId: string, seen: number | undefined, save: CellChange<Row>['save']) => {
    const earlier = left.current.get(rowId) ?? Promise.resolve(undefined);
    const saved = earlier.then((version) => save(latest(version, seen)));
    const version = saved.then(
      (record) => record.version,
      () => undefined,
    );
    left.current.set(rowId, version);
    return saved;
  };

  const editable = (row: Row, column: Column<Row>) => Boolean(column.edit && edits?.can(row));
  const commit = (row: Row, column: Column<Row>, value: CellValue) => {
    setAt(null);
    const editor = column.edit as unknown as AnyEditor<Row> | undefined;
    if (!editor || !edits) return;
    const before = editor.value(row);
    if (same(before, value)) return;
    const { shown, save } = editor.change(row, value);
    const show = (patch: Partial<Row>) => patchInLists<Row>(queryClient, edits.listKey, row.id, patch);
    const saved = saveNext(row.id, row.version, save);
    const { header } = column;
    void act({
      run: async () => {
        const record = await saved;
        // Before the list is fetched anew, the next change expects this version already.
        show({ version: record.version } as Partial<Row>);
        return record;
      },
      done: t`${header} saved`,
      // Of its own saves alone: what a colleague changed since is not overwritten.
      undo: (record) => saveNext(row.id, record.version, editor.change(row, before).save),
      optimistic: () => show(shown),
      settled,
    });
  };
  return {
    at,
    editable,
    begin: (row, column) => editable(row, column) && setAt({ rowId: row.id, column: column.id }),
    commit,
    cancel: () => setAt(null),
  };
}
