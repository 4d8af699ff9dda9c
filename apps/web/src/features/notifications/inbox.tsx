import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { trpc } from '../../trpc.ts';
import { MarkAll } from './mark-all.tsx';
import { NotificationList } from './notification-list.tsx';

const LATEST = 8;

/** The bell's popover. `onLeave` closes it. */
export function Inbox({ onLeave }: { onLeave: () => void }) {
  const { t } = useLingui();
  const query = useQuery(trpc.notifications.list.queryOptions({ limit: LATEST }, { staleTime: 0 }));
  const items = query.data?.items;
  return (
    <div className="-m-3 w-80 max-w-[calc(100vw-1rem)]">
      <div className="flex min-h-11 items-center justify-between border-b ps-4 pe-2">
        <p aria-hidden className="font-semibold">
          {t`Notifications`}
        </p>
        <MarkAll />
      </div>
      <NotificationList items={items} query={query} onLeave={onLeave} />
      {items && items.length > 0 && (
        <Link
          to="/notifications"
          onClick={onLeave}
          className="block border-t px-4 py-2.5 text-center font-medium text-accent-ink text-sm -outline-offset-2 hover:bg-hover"
        >
          {t`See all`}
        </Link>
      )}
    </div>
  );
}
