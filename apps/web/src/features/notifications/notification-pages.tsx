import { useLingui } from '@lingui/react/macro';
import { useInfiniteQuery } from '@tanstack/react-query';
import { INFINITE } from '../../shell/list/use-list.ts';
import { trpc } from '../../trpc.ts';
import { Button } from '../../ui/button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { NotificationList } from './notification-list.tsx';

const AT_ONCE = 30;

interface NotificationPagesProps {
  unreadOnly?: boolean;
  hint?: string;
}

/** All that was told, page by page. */
export function NotificationPages({ unreadOnly, hint }: NotificationPagesProps) {
  const { t } = useLingui();
  const query = useInfiniteQuery(
    trpc.notifications.list.infiniteQueryOptions({ limit: AT_ONCE, unreadOnly }, INFINITE),
  );
  return (
    <div className="flex flex-col gap-(--gap)">
      <Panel flush>
        <NotificationList items={query.data?.pages.flatMap((page) => page.items)} query={query} hint={hint} />
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
    </div>
  );
}
