import { clsx } from 'clsx';
import type { ComponentProps, ReactNode } from 'react';
import { useColumnDrop } from './use-board-drag.ts';

/** The columns side by side; on a phone one at a time. */
export function Board(props: Omit<ComponentProps<'div'>, 'className'>) {
  return (
    <div
      {...props}
      className="flex min-h-0 flex-1 gap-(--gap) overflow-x-auto px-(--gutter) py-4 max-md:snap-x max-md:snap-mandatory max-md:px-4"
    />
  );
}

/** A column's place on the board. */
export const COLUMN_CLASS =
  'flex w-80 min-w-64 max-w-96 flex-1 flex-col rounded-panel bg-sunken max-md:w-[85vw] max-md:shrink-0 max-md:snap-center';

interface BoardColumnProps<Item> {
  title: string;
  count: ReactNode;
  /** What kind of cards may be dropped here. */
  kind: string;
  onDrop: (dropped: Item) => void;
  items: readonly Item[];
  card: (item: Item) => ReactNode;
  /** Instead of cards while there is none. */
  empty: ReactNode;
  /** Below the cards. */
  children?: ReactNode;
}

/** The cards of one status, and a place to drop others. */
export function BoardColumn<Item>(props: BoardColumnProps<Item>) {
  const { title, count, kind, onDrop, items, card, empty, children } = props;
  const { column, over } = useColumnDrop<Item>(kind, onDrop);
  return (
    <section aria-label={title} className={clsx(COLUMN_CLASS, over && 'outline-2 outline-accent-ink')}>
      <h2 className="flex items-center gap-2 px-3 pt-3 pb-2 font-semibold text-sm">
        {title}
        <span className="tabular font-normal text-ink-faint">{count}</span>
      </h2>
      <div ref={column} className="min-h-24 flex-1 overflow-y-auto px-2 pb-3">
        {items.length === 0 && empty}
        <ul className="flex flex-col gap-2 pt-0.5">{items.map(card)}</ul>
        {children}
      </div>
    </section>
  );
}
