import { useLingui } from '@lingui/react/macro';
import type { ReminderRunView } from '@officina/contracts/reminders';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { BellRing, MailOpen } from 'lucide-react';
import { useState } from 'react';
import { dayOf, time } from '../../lib/format.ts';
import { can, demo } from '../../lib/session.ts';
import { useAct } from '../../lib/use-act.ts';
import { INFINITE } from '../../shell/list/use-list.ts';
import { refreshBinders } from '../../shell/office/refresh-binders.ts';
import { Page } from '../../shell/page.tsx';
import { api, trpc } from '../../trpc.ts';
import { Button } from '../../ui/button.tsx';
import { useConfirm } from '../../ui/confirm.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorCard } from '../../ui/error-card.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Progress } from '../../ui/progress.tsx';
import { SkeletonText } from '../../ui/skeleton.tsx';
import { RunCounts, RunTable } from './run-table.tsx';

/** The daily messages about binders: what past runs wrote, when the next one comes, and one at once. */
export function RemindersPage() {
  const { t } = useLingui();
  const { act, pending } = useAct();
  const confirm = useConfirm();
  const [last, setLast] = useState<ReminderRunView>();
  const query = useInfiniteQuery(trpc.binders.reminderRuns.infiniteQueryOptions({ limit: 30 }, INFINITE));
  const runs = query.data?.pages.flatMap((page) => page.items);
  const next = query.data?.pages[0]?.nextRunAt;
  const runNow = async () => {
    const sure = await confirm({
      title: t`Remind clients now?`,
      text: t`Clients whose binders are overdue, due soon or ready are written to. Nobody is told the same of a binder twice.`,
      confirm: t`Run now`,
    });
    if (!sure) return;
    setLast(undefined);
    setLast(await act({ run: () => api.binders.runReminders.mutate({}), settled: refreshBinders }));
  };
  return (
    <Page
      title={t`Reminders`}
      actions={
        can('office.reminders.run') && (
          <Button
            variant="primary"
            icon={<BellRing aria-hidden className="size-4" />}
            busy={pending}
            onClick={() => void runNow()}
          >{t`Run now`}</Button>
        )
      }
    >
      {pending && (
        <Panel>
          <Progress label={t`Writing to clients…`} />
        </Panel>
      )}
      {last && <RunCounts run={last} />}
      {query.error && !runs ? (
        <ErrorCard error={query.error} retry={() => query.refetch()} />
      ) : !runs ? (
        <Panel>
          <SkeletonText lines={5} />
        </Panel>
      ) : runs.length === 0 ? (
        <Panel>
          <EmptyState icon={<BellRing />} title={next ? <NextRun at={next} first /> : ''}>
            {t`It writes to clients whose binders are overdue, due soon or ready to be collected.`}
          </EmptyState>
        </Panel>
      ) : (
        <Panel
          flush
          title={t`Past runs`}
          action={<span className="text-ink-muted text-sm">{next && <NextRun at={next} />}</span>}
        >
          <RunTable runs={runs} />
        </Panel>
      )}
      <div className="flex flex-wrap gap-2">
        {query.hasNextPage && (
          <Button
            busy={query.isFetchingNextPage}
            onClick={() => void query.fetchNextPage()}
          >{t`Show more`}</Button>
        )}
        {demo() && (
          <Link
            to="/outbox"
            className="inline-flex items-center gap-1.5 text-accent-ink text-sm hover:underline"
          >
            <MailOpen aria-hidden className="size-4" />
            {t`See the messages`}
          </Link>
        )}
      </div>
    </Page>
  );
}

/** When the schedule runs next, in the firm's time; it is today or tomorrow. */
function NextRun({ at, first = false }: { at: string; first?: boolean }) {
  const { t } = useLingui();
  const hour = time(at);
  const today = dayOf(new Date(at)) === dayOf();
  if (first) return today ? t`The first run is today at ${hour}` : t`The first run is tomorrow at ${hour}`;
  return today ? t`The next run is today at ${hour}` : t`The next run is tomorrow at ${hour}`;
}
