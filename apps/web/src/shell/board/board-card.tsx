import { useLingui } from '@lingui/react/macro';
import { clsx } from 'clsx';
import { EllipsisVertical } from 'lucide-react';
import type { KeyboardEvent, ReactNode } from 'react';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { type Dragged, useCardDrag } from './use-board-drag.ts';

interface TitleProps {
  className: string;
  onKeyDown: (event: KeyboardEvent) => void;
  children: ReactNode;
}

interface BoardCardProps<Item, Status extends string> {
  dragged: Dragged<Item>;
  name: string;
  /** The link or button that opens the record; it covers the card and takes its keys. */
  title: (props: TitleProps) => ReactNode;
  status: Status;
  /** The columns in their order, by what they are called. */
  columns: readonly { value: Status; label: string }[];
  /** Null where the reader may not move it. */
  onMove: ((status: Status) => unknown) | null;
  /** Lets another card be dropped above this one. */
  onDropAbove?: (dropped: Item) => void;
  muted?: boolean;
  children: ReactNode;
}

const TITLE =
  'min-w-0 flex-1 text-start font-medium text-sm after:absolute after:inset-0 after:rounded-control focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-accent-ink';

/** A record on a board: open it, drag it, or move it with the menu or with [ and ]. */
export function BoardCard<Item extends { id: string }, Status extends string>(
  props: BoardCardProps<Item, Status>,
) {
  const { dragged, name, title, status, columns, onMove, onDropAbove, muted, children } = props;
  const { t } = useLingui();
  const { card, dragging, over } = useCardDrag(dragged, onMove !== null, onDropAbove);
  const step = (by: number) => {
    const next = columns[columns.findIndex(({ value }) => value === status) + by];
    if (next) onMove?.(next.value);
  };
  return (
    <li
      ref={card}
      className={clsx(
        'relative rounded-control border border-line bg-surface p-3 shadow-panel transition-shadow hover:border-line-strong',
        dragging && 'opacity-40',
        over &&
          'before:absolute before:inset-x-0 before:-top-1.5 before:h-0.5 before:rounded before:bg-accent-ink',
        muted && 'text-ink-muted',
      )}
    >
      <div className="flex items-start gap-2">
        {title({
          className: TITLE,
          onKeyDown(event) {
            if (event.key === '[') step(-1);
            if (event.key === ']') step(1);
          },
          children: name,
        })}
        {onMove && (
          <span className="relative z-10 -me-1.5 -mt-1.5">
            <Menu
              align="end"
              entries={columns
                .filter(({ value }) => value !== status)
                .map(({ value, label }) => ({ label: t`Move to ${label}`, run: () => void onMove(value) }))}
              trigger={
                <IconButton label={t`Move “${name}”`} size="sm">
                  <EllipsisVertical aria-hidden className="size-4" />
                </IconButton>
              }
            />
          </span>
        )}
      </div>
      {children}
    </li>
  );
}
