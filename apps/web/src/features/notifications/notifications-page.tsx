import { useLingui } from '@lingui/react/macro';
import { useInfiniteQuery } from '@tanstack/react-query';
import { BellOff } from 'lucide-react';
import { INFINITE } from '../../shell/list/use-list.ts';
import { Page } from '../../shell/page.tsx';
import { trpc } from '../../trpc.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorCard } from '../../ui/error-card.tsx';
import { Panel } from '../../ui/panel.tsx';
import { SkeletonText } from '../../ui/skeleton.tsx';
import { MarkAll } from './mark-all.tsx';
import { NotificationList } from './notification-list.tsx';

const AT_ONCE = 30;

export function NotificationsPage() {
  const { t } = useLingui();
  const query = useInfiniteQuery(trpc.notifications.list.infiniteQueryOptions({ limit: AT_ONCE }, INFINITE));
  const items = query.data?.pages.flatMap((page) => page.items);
  return (
    <Page title={t`Notifications`} narrow actions={<MarkAll />}>
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
            {t`Tasks given to you and answers to your quotes appear here.`}
          </EmptyState>
        ) : (
          <NotificationList items={items} />
        )}
      </Panel>
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
