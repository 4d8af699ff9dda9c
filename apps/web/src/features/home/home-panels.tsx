import type { GarageDashboard } from '@officina/contracts/reports';
import { can } from '../../lib/session.ts';
import { Pipeline, RevenueMonths } from './home-charts.tsx';
import { MyTasks, RecentActivity } from './home-lists.tsx';

/** Below the figures: how business goes, what happened, what is to be done. */
export function HomePanels({ dashboard }: { dashboard: GarageDashboard | undefined }) {
  return (
    <div className="grid items-start gap-(--gap) xl:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
      <div className="flex min-w-0 flex-col gap-(--gap)">
        {can('reports.read') && <RevenueMonths dashboard={dashboard} />}
        <RecentActivity dashboard={dashboard} />
      </div>
      <div className="flex min-w-0 flex-col gap-(--gap)">
        {can('tasks.read') && <MyTasks dashboard={dashboard} />}
        {can('reports.read') && <Pipeline dashboard={dashboard} />}
      </div>
    </div>
  );
}
