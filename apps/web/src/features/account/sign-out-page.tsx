import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { signOut } from '../../lib/auth.ts';
import { session } from '../../lib/session.ts';
import { Button } from '../../ui/button.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { AccountLayout } from './account-layout.tsx';

/** Asks first: a link alone must not sign anybody out. */
export function SignOutPage() {
  const { t } = useLingui();
  const [busy, setBusy] = useState(false);
  const email = session()?.user.email;
  return (
    <AccountLayout title={t`Sign out`} intro={email && t`You are signed in as ${email}.`}>
      <div className="flex gap-2">
        <Button
          variant="primary"
          busy={busy}
          onClick={() => {
            setBusy(true);
            void signOut();
          }}
        >
          {t`Sign out`}
        </Button>
        <LinkButton to="/">{t`Stay`}</LinkButton>
      </div>
    </AccountLayout>
  );
}
