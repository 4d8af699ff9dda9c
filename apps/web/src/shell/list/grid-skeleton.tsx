import { Skeleton } from '../../ui/skeleton.tsx';
import type { RowBase } from './types.ts';
import type { List } from './use-list.ts';

interface GridSkeletonProps<Row extends RowBase> {
  list: List<Row>;
  selectable: boolean;
  height: number;
  phone: boolean;
  count?: number;
}

const WIDTHS = ['w-3/5', 'w-4/5', 'w-2/5', 'w-1/2'];

/** Rows to come, in the list's own layout, so that nothing moves when they are there. */
export function GridSkeleton<Row extends RowBase>({
  list,
  selectable,
  height,
  phone,
  count = 12,
}: GridSkeletonProps<Row>) {
  const rows = Array.from({ length: count }, (_, row) => row);
  if (phone) {
    return rows.map((row) => (
      <div key={row} aria-hidden className="flex items-center gap-3 border-b px-4" style={{ height }}>
        {selectable && <Skeleton className="mx-1 size-4 shrink-0" />}
        <span className="flex flex-1 flex-col gap-2">
          <Skeleton className="h-4 w-1/2" />
          <Skeleton className="h-3.5 w-3/4" />
        </span>
      </div>
    ));
  }
  return rows.map((row) => (
    <div
      key={row}
      aria-hidden
      className="grid grid-cols-(--columns) items-center border-b px-(--gutter)"
      style={{ height }}
    >
      {selectable && <Skeleton className="size-4" />}
      {list.visible.map((column, at) => (
        <span key={column.id} className={column.align === 'end' ? 'flex justify-end pe-3' : 'pe-3'}>
          <Skeleton className={`h-3.5 ${WIDTHS[(row + at) % WIDTHS.length]}`} />
        </span>
      ))}
    </div>
  ));
}
