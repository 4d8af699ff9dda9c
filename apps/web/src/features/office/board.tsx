import { useLingui } from '@lingui/react/macro';
import { BOARD_COLUMNS, type BoardColumn, type TodayBoard } from '@officina/contracts/binders';
import { Link, type LinkProps } from '@tanstack/react-router';
import { clsx } from 'clsx';
import type { ReactNode } from 'react';
import { number } from '../../lib/format.ts';
import type { useBinderVerbs } from '../../shell/office/use-binder-verbs.tsx';
import { Panel } from '../../ui/panel.tsx';
import { SkeletonText } from '../../ui/skeleton.tsx';
import { BoardCard } from './board-card.tsx';

/** The list behind each column. */
const LISTS: Record<BoardColumn, LinkProps> = {
  overdue: { to: '/office/binders', search: { tab: 'overdue' } },
  due_today: { to: '/office/binders', search: { tab: 'due_today' } },
  near_sla: { to: '/office/binders', search: { sla: 'approaching', sort: 'expectedReturnAt' } },
  idle: { to: '/office/binders', search: { signal: 'idle_binder', sort: 'receivedAt' } },
  ready: { to: '/office/binders', search: { tab: 'ready' } },
};

interface BoardProps {
  board: TodayBoard | undefined;
  /** What stands beside the columns. */
  children: ReactNode;
  verbs: ReturnType<typeof useBinderVerbs>;
}

/** Columns of binders by what presses; each shows its most pressing and leads to all of them. */
export function Board({ board, verbs, children }: BoardProps) {
  const { t } = useLingui();
  const titles: Record<BoardColumn, string> = {
    overdue: t({ context: 'binder', message: 'Overdue' }),
    due_today: t`Due today`,
    near_sla: t`Due soon`,
    idle: t`Idle`,
    ready: t({ context: 'binder', message: 'Ready for pickup' }),
  };
  return (
    <div className="grid items-start gap-(--gap) md:grid-cols-2 lg:grid-cols-3">
      {BOARD_COLUMNS.map((id) => {
        const column = board?.columns[id];
        return (
          // A phone shows what there is; a wide screen keeps each column in its place.
          <Panel
            key={id}
            flush={Boolean(column?.count)}
            className={clsx(column?.count === 0 && 'max-md:hidden')}
            title={titles[id]}
            action={
              column && (
                <Link
                  {...LISTS[id]}
                  aria-label={t`${titles[id]}: show all ${column.count}`}
                  className={clsx(
                    'tabular min-w-7 rounded-control bg-sunken px-2 py-0.5 text-center text-sm hover:bg-hover',
                    id === 'overdue' && column.count > 0 ? 'font-semibold text-danger' : 'text-ink-muted',
                  )}
                >
                  {number(column.count)}
                </Link>
              )
            }
          >
            {!column ? (
              <SkeletonText lines={4} />
            ) : column.count === 0 ? (
              <p className="text-ink-muted text-sm">{t`No binder`}</p>
            ) : (
              <ul className="max-h-92 overflow-y-auto">
                {column.rows.map((binder) => (
                  <BoardCard key={binder.id} binder={binder} column={id} verbs={verbs} />
                ))}
              </ul>
            )}
          </Panel>
        );
      })}
      {children}
    </div>
  );
}
