import { Link, type LinkProps } from '@tanstack/react-router';
import { clsx } from 'clsx';
import { ArrowDownRight, ArrowUpRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { percent } from '../lib/format.ts';
import { Skeleton } from './skeleton.tsx';

interface StatProps {
  label: string;
  /** Undefined while loading: the tile keeps its size. */
  value: ReactNode | undefined;
  note?: ReactNode;
  /** Change against the period before, as a share; `good` says which direction is welcome. */
  change?: number | null;
  good?: 'up' | 'down';
  tone?: 'danger' | 'warning';
  chart?: ReactNode;
  /** The filtered list behind the figure. */
  to?: LinkProps;
}

/** A figure that opens the records behind it. */
export function Stat({ label, value, note, change, good = 'up', tone, chart, to }: StatProps) {
  const loading = value === undefined;
  const body = (
    <>
      <span className="flex items-start justify-between gap-x-2 text-ink-muted text-sm">
        <span className="min-w-0">{label}</span>
        {typeof change === 'number' && (
          <Change share={change} welcome={good === 'up' ? change >= 0 : change <= 0} />
        )}
      </span>
      <span
        className={clsx(
          'tabular font-semibold text-2xl tracking-tight @max-[11rem]:text-xl',
          tone === 'danger' && 'text-danger',
          tone === 'warning' && 'text-warning',
        )}
      >
        {loading ? <Skeleton className="h-8.5 w-24" /> : value}
      </span>
      {(note || loading) && (
        <span className="text-ink-faint text-xs">{loading ? <Skeleton className="h-4 w-16" /> : note}</span>
      )}
      {chart}
    </>
  );
  // The figure follows the width of its tile: half a phone must hold a year's revenue on one line.
  const look =
    '@container flex min-w-0 flex-col gap-0.5 rounded-panel border border-line bg-surface p-4 shadow-panel';
  if (!to) return <div className={look}>{body}</div>;
  return (
    <Link {...to} className={clsx(look, 'transition-colors hover:border-line-strong')}>
      {body}
    </Link>
  );
}

function Change({ share, welcome }: { share: number; welcome: boolean }) {
  const Arrow = share >= 0 ? ArrowUpRight : ArrowDownRight;
  return (
    <span
      className={clsx(
        'tabular inline-flex shrink-0 items-center font-medium text-xs leading-5',
        welcome ? 'text-success' : 'text-danger',
      )}
    >
      <Arrow aria-hidden className="size-3.5" />
      {percent(Math.abs(share))}
    </span>
  );
}
