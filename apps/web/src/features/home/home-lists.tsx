import { useLingui } from '@lingui/react/macro';
import type { GarageDashboard } from '@officina/contracts/reports';
import { Link } from '@tanstack/react-router';
import { ago, date } from '../../lib/format.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Panel } from '../../ui/panel.tsx';
import { SkeletonText } from '../../ui/skeleton.tsx';

interface Props {
  dashboard: GarageDashboard | undefined;
}

const ROW = 'flex items-center gap-3 border-b px-4 py-2.5 text-sm last:border-b-0';

/** The reader's own tasks that are due by tonight. */
export function MyTasks({ dashboard }: Props) {
  const { t } = useLingui();
  const tasks = dashboard?.myTasks?.items;
  return (
    <Panel title={t`My tasks today`} flush={Boolean(tasks?.length)}>
      {!tasks ? (
        <SkeletonText lines={3} />
      ) : tasks.length === 0 ? (
        <EmptyState title={t`Nothing is due`} />
      ) : (
        <ul>
          {tasks.map((task) => (
            <li key={task.id}>
              <Link to="/tasks" search={{ task: task.id }} className={`${ROW} hover:bg-hover`}>
                <span className="min-w-0 flex-1">
                  <span className="block truncate font-medium">{task.title}</span>
                  {task.contact && <span className="block truncate text-ink-muted">{task.contact.name}</span>}
                </span>
                {task.dueAt && <span className="shrink-0 text-ink-muted">{date(task.dueAt)}</span>}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

/** The newest facts of the whole business. */
export function RecentActivity({ dashboard }: Props) {
  const { t } = useLingui();
  const activities = dashboard?.recentActivities;
  return (
    <Panel title={t`Recent activity`} flush={Boolean(activities?.length)}>
      {!activities ? (
        <SkeletonText lines={5} />
      ) : activities.length === 0 ? (
        <EmptyState title={t`Nothing happened yet`} />
      ) : (
        <ul>
          {activities.map((activity) => (
            <li key={activity.id} className={ROW}>
              <span className="min-w-0 flex-1">
                <span className="block truncate">{activity.description}</span>
                <span className="block truncate text-ink-muted">
                  {activity.contact && (
                    <Link
                      to="/contacts/$id"
                      params={{ id: activity.contact.id }}
                      className="text-accent-ink underline underline-offset-2"
                    >
                      {activity.contact.name}
                    </Link>
                  )}
                  {activity.contact && activity.user && ' · '}
                  {activity.user?.name}
                </span>
              </span>
              <time dateTime={activity.createdAt} className="shrink-0 text-ink-faint text-xs">
                {ago(activity.createdAt)}
              </time>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
