// biome-ignore-all lint/a11y/useSemanticElements: rows in view alone exist and lie at their offsets; a table cannot hold them.
// biome-ignore-all lint/a11y/useFocusableInteractive: the focus is on rows; cells are read with them.
import { useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { clsx } from 'clsx';
import { lazy, Suspense } from 'react';
import { flushSync } from 'react-dom';
import { Checkbox } from '../../ui/checkbox.tsx';
import type { Column, OpenRow, RowBase } from './types.ts';
import type { CellEditing } from './use-cell-edits.ts';
import { useRowAttributes } from './use-row-attributes.ts';
import type { Selection } from './use-selection.ts';

export interface RowProps<Row extends RowBase> {
  row: Row;
  index: number;
  /** Offset from the top, in pixels. */
  start: number;
  height: number;
  columns: Column<Row>[];
  open: OpenRow<Row>;
  name: string;
  active: boolean;
  /** Takes the tab stop while no row is active. */
  first: boolean;
  onActive: (index: number) => void;
  selection: Selection | null;
  selected: boolean;
  editing: CellEditing<Row>;
  /** Gives the focus to a cell of the row, or to the row without a column. */
  onFocusCell: (index: number, column: string | null) => void;
}

const CellEditor = lazy(() => import('./cell-editor.tsx'));

const BEGINS = 'text-left rtl:text-right';
const ENDS = 'text-right rtl:text-left';

/** A record as a line of the table. */
export function GridRow<Row extends RowBase>(props: RowProps<Row>) {
  const { index, start, height, columns, name, selection, selected } = props;
  const { t } = useLingui();
  const attributes = useRowAttributes(props);
  return (
    <div
      {...attributes}
      className={clsx(
        'absolute inset-x-0 grid cursor-default grid-cols-(--columns) items-center border-b px-(--gutter) text-base -outline-offset-2 compact:text-sm',
        selected ? 'bg-accent-soft' : 'hover:bg-hover',
      )}
      style={{ height, transform: `translateY(${start}px)` }}
    >
      {selection && (
        <span role="gridcell">
          <Checkbox
            aria-label={t`Select ${name}`}
            tabIndex={-1}
            checked={selected}
            onChange={(_on, event) =>
              (event.nativeEvent as MouseEvent).shiftKey ? selection.extend(index) : selection.toggle(index)
            }
          />
        </span>
      )}
      {columns.map((column) => (
        <Cell key={column.id} {...props} column={column} />
      ))}
    </div>
  );
}

function Cell<Row extends RowBase>(props: RowProps<Row> & { column: Column<Row> }) {
  const { row, index, columns, column, open, name, editing, onFocusCell } = props;
  const editable = editing.editable(row, column);
  const { at } = editing;
  if (editable && at?.rowId === row.id && at.column === column.id) {
    const next = (step: number) => {
      const others = columns.filter((one) => editing.editable(row, one));
      return others[others.indexOf(column) + step];
    };
    return (
      <span role="gridcell" className={column.align === 'end' ? 'pe-4.5' : 'pe-3'}>
        <Suspense>
          <CellEditor
            row={row}
            column={column as unknown as Column<RowBase>}
            name={name}
            onCommit={(value, step) => {
              const neighbour = step ? next(step) : undefined;
              // At once, so that the cell is there to take the focus back.
              flushSync(() => editing.commit(row, column, value));
              if (neighbour) editing.begin(row, neighbour);
              else if (step !== null) onFocusCell(index, column.id);
            }}
            onCancel={() => {
              flushSync(() => editing.cancel());
              onFocusCell(index, column.id);
            }}
          />
        </Suspense>
      </span>
    );
  }
  return (
    <span
      role="gridcell"
      data-col={editable ? column.id : undefined}
      tabIndex={editable ? -1 : undefined}
      onDoubleClick={editable ? () => editing.begin(row, column) : undefined}
      className={clsx(
        'min-w-0',
        column.align === 'end' ? 'tabular pe-4.5' : 'pe-3',
        column.card !== 'title' && 'text-ink-muted',
        editable &&
          '-ms-2 flex h-full items-center rounded-md ps-2 -outline-offset-2 hover:inset-ring hover:inset-ring-line-strong',
      )}
    >
      {/* E-mails and phone numbers read from left to right in any language, at the side where the column begins. */}
      <span
        dir="auto"
        className={clsx('block min-w-0 flex-1 truncate', column.align === 'end' ? ENDS : BEGINS)}
      >
        {column.card === 'title' ? (
          <Link {...open(row)} tabIndex={-1} className="font-medium text-ink">
            {column.cell(row)}
          </Link>
        ) : (
          column.cell(row)
        )}
      </span>
    </span>
  );
}
