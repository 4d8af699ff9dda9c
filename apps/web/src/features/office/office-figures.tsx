import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { number } from '../../lib/format.ts';
import { can } from '../../lib/session.ts';
import { trpc } from '../../trpc.ts';
import { Stat } from '../../ui/stat.tsx';

const shown = (value: number | undefined) => (value === undefined ? undefined : number(value));
const late = (value = 0) => (value > 0 ? 'danger' : undefined);

/** The office in figures, each of which opens its list: five for those who lead it, three for everybody else. */
export function OfficeFigures() {
  return can('office.overview') ? <Overview /> : <Summary />;
}

function Overview() {
  const { t } = useLingui();
  const { data } = useQuery(trpc.binders.overview.queryOptions({}));
  return (
    <div className="grid grid-cols-2 gap-(--gap) max-md:*:last:col-span-2 md:grid-cols-3 xl:grid-cols-5">
      <Stat label={t`Clients`} value={shown(data?.totalClients)} to={{ to: '/office/clients' }} />
      <Stat label={t`Open binders`} value={shown(data?.activeBinders)} to={{ to: '/office/binders' }} />
      <Stat
        label={t({ context: 'binder', message: 'Overdue' })}
        value={shown(data?.overdueBinders)}
        tone={late(data?.overdueBinders)}
        to={{ to: '/office/binders', search: { tab: 'overdue' } }}
      />
      <Stat
        label={t`Due today`}
        value={shown(data?.bindersDueToday)}
        to={{ to: '/office/binders', search: { tab: 'due_today' } }}
      />
      <Stat
        label={t`Due within a week`}
        value={shown(data?.bindersDueThisWeek)}
        to={{ to: '/office/queue' }}
      />
    </div>
  );
}

function Summary() {
  const { t } = useLingui();
  const { data } = useQuery(trpc.binders.summary.queryOptions({}));
  return (
    <div className="grid grid-cols-2 gap-(--gap) max-md:*:last:col-span-2 md:grid-cols-3">
      <Stat
        label={t({ context: 'binder', message: 'In the office' })}
        value={shown(data?.bindersInOffice)}
        to={{ to: '/office/binders' }}
      />
      <Stat
        label={t({ context: 'binder', message: 'Ready for pickup' })}
        value={shown(data?.bindersReadyForPickup)}
        to={{ to: '/office/binders', search: { tab: 'ready' } }}
      />
      <Stat
        label={t({ context: 'binder', message: 'Overdue' })}
        value={shown(data?.bindersOverdue)}
        tone={late(data?.bindersOverdue)}
        to={{ to: '/office/binders', search: { tab: 'overdue' } }}
      />
    </div>
  );
}
