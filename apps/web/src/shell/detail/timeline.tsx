import { useLingui } from '@lingui/react/macro';
import { ArrowRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { date, dateTime, dayOf, time } from '../../lib/format.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { SkeletonText } from '../../ui/skeleton.tsx';

/** Something that happened to a record: an activity that somebody put there, or an entry of the journal. */
export interface TimelineEntry {
  id: string;
  /** ISO instant. */
  at: string;
  /** Whoever did it; or what it happened to, where nobody is named. */
  who: ReactNode;
  /** What they did, as the rest of a sentence after the name: "sent the quote". */
  what: ReactNode;
  icon?: ReactNode;
  /** Only the day is known, not the hour. */
  dayOnly?: boolean;
  /** A note's text, a reason. */
  body?: ReactNode;
  /** What changed, already printed. */
  changes?: { label: string; before: string | null; after: string | null }[];
}

interface TimelineProps {
  entries: TimelineEntry[] | undefined;
  /** Newest first. */
  hasMore?: boolean;
  onMore?: () => void;
  /** The first step, while nothing has happened. */
  begin?: ReactNode;
}

/** Who did what when, and what it changed, by day. */
export function Timeline({ entries, hasMore, onMore, begin }: TimelineProps) {
  const { t } = useLingui();
  if (!entries) return <SkeletonText lines={5} />;
  if (entries.length === 0) return <EmptyState title={t`Nothing happened yet`} actions={begin} />;
  const days = Map.groupBy(entries, (entry) => dayOf(new Date(entry.at)));
  return (
    <div className="flex flex-col gap-5">
      {[...days].map(([day, ofDay]) => (
        <section key={day} aria-label={date(day)}>
          <h2 className="mb-2 text-ink-faint text-xs">{day === dayOf() ? t`Today` : date(day)}</h2>
          <ol className="relative ms-3 flex flex-col gap-4 border-s ps-6">
            {ofDay.map((entry) => (
              <Entry key={entry.id} entry={entry} />
            ))}
          </ol>
        </section>
      ))}
      {hasMore && (
        <Button size="sm" className="self-start" onClick={onMore}>
          {t`Show earlier`}
        </Button>
      )}
    </div>
  );
}

function Entry({ entry }: { entry: TimelineEntry }) {
  return (
    <li className="relative">
      <span
        aria-hidden
        className="absolute -start-9 top-0 grid size-6 place-items-center rounded-full border bg-surface text-ink-faint [&>svg]:size-3.5"
      >
        {entry.icon ?? <span className="size-1.5 rounded-full bg-current" />}
      </span>
      <p className="flex flex-wrap items-baseline gap-x-1.5">
        <span className="font-medium">{entry.who}</span>
        <span dir="auto" className="text-ink-muted">
          {entry.what}
        </span>
        <time dateTime={entry.at} title={dateTime(entry.at)} className="ms-auto ps-3 text-ink-faint text-xs">
          {!entry.dayOnly && time(entry.at)}
        </time>
      </p>
      {entry.body && (
        <div dir="auto" className="mt-1 whitespace-pre-line rounded-control bg-sunken px-3 py-2 text-sm">
          {entry.body}
        </div>
      )}
      {entry.changes && entry.changes.length > 0 && (
        <ul className="mt-1 flex flex-col gap-0.5 text-sm">
          {entry.changes.map((change) => (
            <li key={change.label} className="flex flex-wrap items-center gap-x-1.5 text-ink-muted">
              <span>{change.label}:</span>
              <del dir="auto" className="no-underline">
                {change.before ?? '–'}
              </del>
              <ArrowRight aria-hidden className="flip-rtl size-3" />
              <ins dir="auto" className="text-ink no-underline">
                {change.after ?? '–'}
              </ins>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
