import { useLingui } from '@lingui/react/macro';
import { Page } from '../../shell/page.tsx';
import { DisplayPanel } from './display-panel.tsx';
import { MyFirms } from './my-firms.tsx';
import { ProfilePanel } from './profile-panel.tsx';
import { UnconfirmedEmail } from './unconfirmed-email.tsx';

/** What belongs to the person rather than to the firm. */
export function AccountPage() {
  const { t } = useLingui();
  return (
    <Page title={t`My account`} narrow>
      <UnconfirmedEmail />
      <ProfilePanel />
      <DisplayPanel />
      <MyFirms />
    </Page>
  );
}
