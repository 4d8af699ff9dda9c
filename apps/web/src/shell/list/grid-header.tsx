// biome-ignore-all lint/a11y/useSemanticElements: rows in view alone exist and lie at their offsets; a table cannot hold them.
// biome-ignore-all lint/a11y/useFocusableInteractive: the focus is on rows; cells are read with them.
import { useLingui } from '@lingui/react/macro';
import { clsx } from 'clsx';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { Checkbox } from '../../ui/checkbox.tsx';
import type { Column, RowBase } from './types.ts';
import type { List } from './use-list.ts';
import type { Selection } from './use-selection.ts';

interface GridHeaderProps<Row extends RowBase> {
  list: List<Row>;
  selection: Selection | null;
  rows: Row[];
  /** Cards have no columns to head; screen readers still hear them. */
  hidden: boolean;
}

export function GridHeader<Row extends RowBase>({ list, selection, rows, hidden }: GridHeaderProps<Row>) {
  const { t } = useLingui();
  const count = selection?.ids.size ?? 0;
  return (
    <div role="rowgroup" className={clsx('sticky top-0 z-10', hidden && 'sr-only')}>
      <div
        role="row"
        aria-rowindex={1}
        className="grid h-9 grid-cols-(--columns) items-center border-b bg-surface px-(--gutter) text-ink-muted text-xs dark:bg-canvas"
      >
        {selection && (
          <span role="columnheader">
            <Checkbox
              aria-label={t`Select all`}
              tabIndex={hidden ? -1 : undefined}
              disabled={rows.length === 0}
              checked={count > 0 && count === rows.length}
              partly={count > 0 && count < rows.length}
              onChange={(on) => (on ? selection.selectLoaded() : selection.clear())}
            />
          </span>
        )}
        {list.visible.map((column) => (
          <HeaderCell key={column.id} column={column} list={list} focusable={!hidden} />
        ))}
      </div>
    </div>
  );
}

function HeaderCell<Row extends RowBase>({
  column,
  list,
  focusable,
}: {
  column: Column<Row>;
  list: List<Row>;
  focusable: boolean;
}) {
  const sorted = column.sort !== undefined && list.sort?.by === column.sort;
  const desc = sorted && list.sort?.desc;
  const Arrow = desc ? ArrowDown : ArrowUp;
  const cycle = () => list.set({ sort: sorted ? (desc ? undefined : `-${column.sort}`) : column.sort });
  return (
    <span
      role="columnheader"
      aria-sort={sorted ? (desc ? 'descending' : 'ascending') : undefined}
      className={clsx('flex min-w-0 pe-3 font-medium', column.align === 'end' && 'justify-end pe-4.5')}
    >
      {column.sort ? (
        <button
          type="button"
          onClick={cycle}
          tabIndex={focusable ? undefined : -1}
          className={clsx(
            '-mx-1.5 inline-flex h-7 min-w-0 items-center gap-1 rounded-md px-1.5 hover:bg-hover hover:text-ink',
            sorted && 'text-ink',
          )}
        >
          <span className="truncate">{column.header}</span>
          {sorted && <Arrow aria-hidden className="size-3 shrink-0" />}
        </button>
      ) : (
        <span className="truncate">{column.header}</span>
      )}
    </span>
  );
}
