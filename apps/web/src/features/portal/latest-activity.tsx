import { useLingui } from '@lingui/react/macro';
import type { PortalDashboard } from '@officina/contracts/portal-dashboard';
import { ago, dateTime } from '../../lib/format.ts';
import { usePortalEvents } from '../../shell/portal/events.tsx';
import { Panel } from '../../ui/panel.tsx';
import { SkeletonText } from '../../ui/skeleton.tsx';

/** What was new, in the words that the reader may know. */
export function LatestActivity({ events }: { events: PortalDashboard['activity'] | undefined }) {
  const { t } = useLingui();
  const { verbOf, iconOf } = usePortalEvents();
  return (
    <Panel title={t`What was new`}>
      {!events ? (
        <SkeletonText lines={6} />
      ) : events.length === 0 ? (
        <p className="text-ink-muted">{t`Nothing has happened yet.`}</p>
      ) : (
        <ol className="flex flex-col gap-3">
          {events.map((event) => (
            <li key={event.id} className="flex items-start gap-2.5 text-sm">
              <span aria-hidden className="mt-0.5 text-ink-faint [&>svg]:size-4">
                {iconOf(event)}
              </span>
              <span className="min-w-0 flex-1">
                <span className="font-medium">
                  {event.user?.name ?? (event.subject.type === 'inquiry' ? t`A visitor` : t`The system`)}
                </span>{' '}
                <span className="text-ink-muted">{verbOf(event)}</span>
                {event.organization && event.organization !== event.title && (
                  <span className="text-ink-faint"> · {event.organization}</span>
                )}
              </span>
              <time
                dateTime={event.at}
                title={dateTime(event.at)}
                className="shrink-0 text-ink-faint text-xs leading-5"
              >
                {ago(event.at)}
              </time>
            </li>
          ))}
        </ol>
      )}
    </Panel>
  );
}
