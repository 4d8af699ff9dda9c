import { useLingui } from '@lingui/react/macro';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { Page } from '../../shell/page.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { MarkAll } from '../notifications/mark-all.tsx';
import { NotificationPages } from '../notifications/notification-pages.tsx';

const route = getRouteApi('/app/portal/notifications');

/** All that was told, or what is unread; opening one marks it. */
export function PortalNotificationsPage() {
  const { t } = useLingui();
  const unreadOnly = route.useSearch().unread === '1';
  const navigate = useNavigate();
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
        <NotificationPages unreadOnly={unreadOnly} hint={t`What happens to your engagements is told here.`} />
      </Tabs>
    </Page>
  );
}
