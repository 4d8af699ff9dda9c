import { useLingui } from '@lingui/react/macro';
import { Page } from '../../shell/page.tsx';
import { MarkAll } from './mark-all.tsx';
import { NotificationPages } from './notification-pages.tsx';

export function NotificationsPage() {
  const { t } = useLingui();
  return (
    <Page title={t`Notifications`} narrow actions={<MarkAll />}>
      <NotificationPages />
    </Page>
  );
}
