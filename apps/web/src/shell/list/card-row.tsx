// biome-ignore-all lint/a11y/useSemanticElements: rows in view alone exist and lie at their offsets; a table cannot hold them.
// biome-ignore-all lint/a11y/useFocusableInteractive: the focus is on rows; cells are read with them.
import { useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { clsx } from 'clsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import type { RowProps } from './grid-row.tsx';
import type { Column, RowBase } from './types.ts';
import { useRowAttributes } from './use-row-attributes.ts';

/** A record as a card for narrow screens: title and badge above, lines below, one figure at the end. */
export function CardRow<Row extends RowBase>(props: RowProps<Row>) {
  const { row, index, start, height, columns, open, name, selection, selected } = props;
  const { t } = useLingui();
  const attributes = useRowAttributes(props);
  const slot = (place: Column<Row>['card']) => columns.filter((column) => column.card === place);
  const acts = slot('act');
  const badges = slot('badge').map((column) => (
    <span key={column.id} className="shrink-0">
      {column.cell(row)}
    </span>
  ));
  return (
    <div
      {...attributes}
      className={clsx(
        'absolute inset-x-0 flex items-center gap-3 border-b px-4 -outline-offset-2',
        selected && 'bg-accent-soft',
      )}
      style={{ height, transform: `translateY(${start}px)` }}
    >
      {selection && (
        <span role="gridcell" className="-ms-1 grid size-8 shrink-0 place-items-center">
          <Checkbox
            aria-label={t`Select ${name}`}
            tabIndex={-1}
            checked={selected}
            onChange={() => selection.toggle(index)}
          />
        </span>
      )}
      <span role="gridcell" className="min-w-0 flex-1">
        {slot('title').map((column) => (
          <Link
            key={column.id}
            {...open(row)}
            tabIndex={-1}
            className="line-clamp-2 font-medium text-lg leading-5.5"
          >
            {column.cell(row)}
          </Link>
        ))}
        <span className="flex items-center gap-1.5 text-ink-muted text-sm">
          {acts.length > 0 && badges}
          {/* The dot belongs to the line, not to what follows it, which may read in the other direction. */}
          <span className="min-w-0 truncate [&>:not(:has(>:empty))~:not(:has(>:empty))]:before:content-['_·_']">
            {slot('line').map((column) => (
              <span key={column.id}>
                <bdi>{column.cell(row)}</bdi>
              </span>
            ))}
          </span>
        </span>
      </span>
      <span role="gridcell" className="tabular flex shrink-0 flex-col items-end gap-1">
        {[...slot('end'), ...acts].map((column) => (
          <span key={column.id} className="empty:hidden">
            {column.cell(row)}
          </span>
        ))}
        {acts.length === 0 && badges}
      </span>
    </div>
  );
}
