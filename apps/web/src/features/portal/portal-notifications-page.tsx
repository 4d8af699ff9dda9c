import { useLingui } from '@lingui/react/macro';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { BellOff } from 'lucide-react';
import { INFINITE } from '../../shell/list/use-list.ts';
import { Page } from '../../shell/page.tsx';
import { trpc } from '../../trpc.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorCard } from '../../ui/error-card.tsx';
import { Panel } from '../../ui/panel.tsx';
import { SkeletonText } from '../../ui/skeleton.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { MarkAll } from '../notifications/mark-all.tsx';
import { NotificationList } from '../notifications/notification-list.tsx';

const route = getRouteApi('/app/portal/notifications');
const AT_ONCE = 30;

/** All that was told, or what is unread; opening one marks it. */
export function PortalNotificationsPage() {
  const { t } = useLingui();
  const unreadOnly = route.useSearch().unread === '1';
  const navigate = useNavigate();
  const query = useInfiniteQuery(
    trpc.notifications.list.infiniteQueryOptions({ limit: AT_ONCE, unreadOnly }, INFINITE),
  );
  const items = query.data?.pages.flatMap((page) => page.items);
  return (
    <Page title={t`Notifications`} narrow actions={<MarkAll />}>
      <Tabs
        label={t`Notifications`}
        tabs={[
          { id: 'all', label: t({ context: 'notifications', message: 'All' }) },
          { id: 'unread', label: t({ context: 'notifications', message: 'Unread' }) },
        ]}
        value={unreadOnly ? 'unread' : 'all'}
        onChange={(id) =>
          void navigate({
            to: '/portal/notifications',
            search: id === 'unread' ? { unread: '1' } : {},
            replace: true,
          })
        }
      >
        <Panel flush>
          {!items ? (
            query.error ? (
              <ErrorCard error={query.error} retry={() => query.refetch()} />
            ) : (
              <div className="p-4">
                <SkeletonText lines={8} />
              </div>
            )
          ) : items.length === 0 ? (
            <EmptyState icon={<BellOff />} title={t`Nothing new`}>
              {t`What happens to your engagements is told here.`}
            </EmptyState>
          ) : (
            <NotificationList items={items} />
          )}
        </Panel>
      </Tabs>
      {query.hasNextPage && (
        <Button
          className="self-center"
          busy={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {t`Show earlier`}
        </Button>
      )}
    </Page>
  );
}
