import { useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { signOut } from '../../lib/auth.ts';
import { failureOf } from '../../lib/errors.ts';
import { describe } from '../../lib/failure-text.ts';
import { session } from '../../lib/session.ts';
import { DataProvider } from '../../shell/data-provider.tsx';
import { trpc } from '../../trpc.ts';
import { Button } from '../../ui/button.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { AccountLayout, TEXT_LINK } from './account-layout.tsx';
import { AwaitMail } from './await-mail.tsx';

const route = getRouteApi('/verify-email');

export function VerifyPage() {
  return (
    <DataProvider>
      <Verification />
    </DataProvider>
  );
}

function Verification() {
  const { t } = useLingui();
  const { token } = route.useSearch();
  const user = session()?.user;
  // With its own onError the failure is shown here and not as a toast.
  const verify = useMutation(trpc.identity.verifyEmail.mutationOptions({ onError: () => undefined }));
  const waiting = user && !user.emailVerified;
  return (
    <AccountLayout
      title={t`Your e-mail address`}
      footer={
        user && (
          <button type="button" className={TEXT_LINK} onClick={() => void signOut()}>
            {t`Sign out`}
          </button>
        )
      }
    >
      <div className="flex flex-col gap-4">
        {verify.isSuccess ? (
          <>
            <Notice tone="success">{t`Thank you, your address is confirmed.`}</Notice>
            <LinkButton to={user ? '/' : '/login'} variant="primary" reloadDocument>
              {t`Continue`}
            </LinkButton>
          </>
        ) : token && !verify.error ? (
          <>
            <p className="text-ink-muted">{t`Confirm that this is your address.`}</p>
            <Button variant="primary" busy={verify.isPending} onClick={() => verify.mutate({ token })}>
              {t`Confirm my address`}
            </Button>
          </>
        ) : (
          <>
            {verify.error && <Notice tone="danger">{describe(failureOf(verify.error))}</Notice>}
            {waiting ? (
              <AwaitMail email={user.email} />
            ) : (
              <LinkButton to={user ? '/' : '/login'} variant="primary">
                {user ? t`Continue` : t`Sign in to get a new mail`}
              </LinkButton>
            )}
          </>
        )}
      </div>
    </AccountLayout>
  );
}
