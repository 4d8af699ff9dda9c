import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Hourglass } from 'lucide-react';
import { date, number } from '../../lib/format.ts';
import { Page } from '../../shell/page.tsx';
import { trpc } from '../../trpc.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorCard } from '../../ui/error-card.tsx';
import { Panel } from '../../ui/panel.tsx';
import { SkeletonText } from '../../ui/skeleton.tsx';
import { Stat } from '../../ui/stat.tsx';
import { ShiftTable } from './shift-table.tsx';

/** A learner's own hours by weeks: what counts, what was cut, what is disputed. */
export function HoursPage() {
  const { t } = useLingui();
  const { data, error, refetch } = useQuery(trpc.training.hours.queryOptions({}));
  return (
    <Page title={t`My hours`}>
      {error && <ErrorCard error={error} retry={() => refetch()} />}
      <div className="grid grid-cols-2 gap-(--gap) max-md:*:last:col-span-2 md:grid-cols-3">
        <Stat
          label={t`Credited`}
          value={data && number(data.totalHours + data.transferHours, 2)}
          note={data && t`of ${number(data.requiredHours)} hours`}
        />
        <Stat
          label={t`This week`}
          value={data && number(data.weeks[0]?.creditedHours ?? 0, 2)}
          note={data && t`at most ${number(data.weeklyCap)} a week count`}
        />
        <Stat
          label={t`Brought along`}
          value={data && number(data.transferHours, 2)}
          note={t`verified by the office`}
        />
      </div>
      {!data && !error && <SkeletonText lines={8} />}
      {data?.weeks.map((week) => (
        <Panel
          key={week.weekEnding}
          flush
          title={t`Week to ${date(week.weekEnding)}`}
          action={
            <span className="tabular text-ink-muted text-sm">
              {t`${number(week.creditedHours, 2)} of ${number(week.workedHours, 2)} credited`}
            </span>
          }
        >
          <ShiftTable label={t`Shifts of the week`} shifts={week.entries} />
        </Panel>
      ))}
      {data?.weeks.length === 0 && (
        <Panel>
          <EmptyState icon={<Hourglass />} title={t`No hours yet`}>
            {t`They appear here once you have clocked in at your shop.`}
          </EmptyState>
        </Panel>
      )}
    </Page>
  );
}
