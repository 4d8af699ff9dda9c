import { useLingui } from '@lingui/react/macro';
import { Page } from '../../shell/page.tsx';
import { BackupCodesPanel } from './backup-codes-panel.tsx';
import { LinkedAccountsPanel } from './linked-accounts-panel.tsx';
import { MySessions } from './my-sessions.tsx';
import { PasskeysPanel } from './passkeys-panel.tsx';
import { PasswordPanel } from './password-panel.tsx';

/** How the person signs in, and where they are signed in. */
export function SecurityPage() {
  const { t } = useLingui();
  return (
    <Page title={t`Security`} narrow>
      <PasskeysPanel />
      <BackupCodesPanel />
      <PasswordPanel />
      <LinkedAccountsPanel />
      <MySessions />
    </Page>
  );
}
