import { useMemo, useRef, useState } from 'react';
import type { RowBase } from './types.ts';

export interface Selection {
  ids: ReadonlySet<string>;
  /** The whole filter, including rows not loaded yet. */
  whole: boolean;
  toggle: (index: number) => void;
  /** From the row toggled last to this one. */
  extend: (index: number) => void;
  selectLoaded: () => void;
  selectWhole: () => void;
  clear: () => void;
}

export function useSelection<Row extends RowBase>(rows: Row[]): Selection {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const [whole, setWhole] = useState(false);
  const anchor = useRef(0);
  return useMemo(() => {
    const put = (next: Iterable<string>, all = false) => {
      setIds(new Set(next));
      setWhole(all);
    };
    return {
      ids,
      whole,
      toggle(index) {
        const id = rows[index]?.id;
        if (!id) return;
        anchor.current = index;
        const next = new Set(ids);
        if (!next.delete(id)) next.add(id);
        put(next);
      },
      extend(index) {
        const [from, to] = [Math.min(anchor.current, index), Math.max(anchor.current, index)];
        put([...ids, ...rows.slice(from, to + 1).map((row) => row.id)]);
      },
      selectLoaded: () => put(rows.map((row) => row.id)),
      selectWhole: () =>
        put(
          rows.map((row) => row.id),
          true,
        ),
      clear: () => put([]),
    };
  }, [ids, whole, rows]);
}
