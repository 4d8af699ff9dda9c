// biome-ignore-all lint/a11y/useSemanticElements: rows in view alone exist and lie at their offsets; a table cannot hold them.
import { useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { density } from '../../lib/preferences.ts';
import { useStored } from '../../lib/stored.ts';
import { usePhone } from '../../lib/use-media.ts';
import { CardRow } from './card-row.tsx';
import { GridHeader } from './grid-header.tsx';
import { GridRow } from './grid-row.tsx';
import { GridSkeleton } from './grid-skeleton.tsx';
import { offsetOf, rememberOffset } from './trail.ts';
import type { ListQuery, OpenRow, RowBase } from './types.ts';
import type { CellEditing } from './use-cell-edits.ts';
import type { List } from './use-list.ts';
import type { Selection } from './use-selection.ts';

/** Of the window for which the server draws a page: most are not higher. */
const SERVER_HEIGHT = 1080;
/** About as high as the bars above the rows, in pixels. */
const ABOVE = 200;

export interface GridHandle {
  /** Brings a row into view and gives it the focus, or one of its cells. */
  focusRow: (index: number, column?: string | null) => void;
}

interface GridProps<Row extends RowBase> {
  label: string;
  list: List<Row>;
  query: ListQuery<Row>;
  rows: Row[];
  open: OpenRow<Row>;
  nameOf: (row: Row) => string;
  active: number;
  onActive: (index: number) => void;
  /** Null when the list has no bulk actions: then rows cannot be selected. */
  selection: Selection | null;
  editing: CellEditing<Row>;
  handle: RefObject<GridHandle | null>;
}

const CARD_HEIGHT = 76;

/** Only the rows in view exist in the document, so a hundred thousand scroll like fifty. */
export function Grid<Row extends RowBase>(props: GridProps<Row>) {
  const { label, list, query, rows, selection, handle } = props;
  const phone = usePhone();
  const tableRow = useRowHeight();
  const rowHeight = phone ? CARD_HEIGHT : tableRow;
  const scroller = useRef<HTMLDivElement>(null);
  const wanted = useRef<object>(null);
  const [drawn, setDrawn] = useState(false);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: drawn ? 8 : 0,
    initialOffset: offsetOf(list.id),
    // Until it is measured: the first drawing has its rows, and the page is laid out once.
    initialRect: { width: 0, height: (import.meta.env.SSR ? SERVER_HEIGHT : window.innerHeight) - ABOVE },
    scrollPaddingStart: phone ? 0 : 40,
    scrollPaddingEnd: 64,
    onChange: (instance) => rememberOffset(list.id, instance.scrollOffset ?? 0),
  });
  // Rows out of sight come after the first paint.
  useEffect(() => void requestAnimationFrame(() => setTimeout(() => setDrawn(true))), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another height means measuring anew.
  useEffect(() => virtual.measure(), [rowHeight, virtual]);
  handle.current = {
    focusRow(index, column) {
      virtual.scrollToIndex(index);
      const cell = column ? ` [data-col="${CSS.escape(column)}"]` : '';
      const focus = () => {
        const found = scroller.current?.querySelector<HTMLElement>(`[data-row="${index}"]${cell}`);
        found?.focus({ preventScroll: true });
        return Boolean(found);
      };
      wanted.current = { index, column };
      const mine = wanted.current;
      // A row out of sight may only be drawn after the scrolling.
      if (!focus()) {
        requestAnimationFrame(() => requestAnimationFrame(() => wanted.current === mine && focus()));
      }
    },
  };
  const shown = virtual.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  useEffect(() => {
    if (last >= rows.length - 15 && hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [last, rows.length, hasNextPage, isFetchingNextPage, fetchNextPage]);

  const columns = list.visible.map((column) => column.width ?? 'minmax(8rem,1fr)');
  const template = `${selection ? '2.25rem ' : ''}${columns.join(' ')}`;
  const Row = phone ? CardRow : GridRow;
  return (
    <div
      ref={scroller}
      className="relative min-h-0 flex-1 overflow-auto"
      style={{ '--columns': template } as React.CSSProperties}
    >
      <div
        role="grid"
        aria-label={label}
        aria-rowcount={hasNextPage ? -1 : rows.length + 1}
        aria-colcount={list.visible.length + (selection ? 1 : 0)}
        aria-multiselectable={selection ? true : undefined}
        aria-busy={query.isFetching}
        className={phone ? undefined : 'min-w-max'}
      >
        <GridHeader list={list} selection={selection} rows={rows} hidden={phone} />
        {query.isPending ? (
          <GridSkeleton list={list} selectable={selection !== null} height={rowHeight} phone={phone} />
        ) : (
          <div role="rowgroup" className="relative" style={{ height: virtual.getTotalSize() }}>
            {shown.map((item) => {
              const row = rows[item.index];
              if (!row) return null;
              return (
                <Row
                  key={row.id}
                  row={row}
                  index={item.index}
                  start={item.start}
                  height={rowHeight}
                  columns={list.visible}
                  open={props.open}
                  name={props.nameOf(row)}
                  active={item.index === props.active}
                  first={props.active < 0 && item.index === 0}
                  onActive={props.onActive}
                  selection={selection}
                  selected={selection?.ids.has(row.id) ?? false}
                  editing={props.editing}
                  onFocusCell={(at, column) => handle.current?.focusRow(at, column)}
                />
              );
            })}
          </div>
        )}
        {isFetchingNextPage && (
          <GridSkeleton
            list={list}
            selectable={selection !== null}
            height={rowHeight}
            phone={phone}
            count={3}
          />
        )}
      </div>
    </div>
  );
}

function useRowHeight(): number {
  return useStored(density) === 'compact' ? 34 : 44;
}
