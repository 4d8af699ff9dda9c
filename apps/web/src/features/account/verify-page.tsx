import { useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { failureOf } from '../../lib/errors.ts';
import { describe } from '../../lib/failure-text.ts';
import { session } from '../../lib/session.ts';
import { DataProvider } from '../../shell/data-provider.tsx';
import { trpc } from '../../trpc.ts';
import { Button } from '../../ui/button.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { AccountLayout } from './account-layout.tsx';

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
  const { token = '' } = route.useSearch();
  // With its own onError the failure is shown here and not as a toast.
  const verify = useMutation(trpc.identity.verifyEmail.mutationOptions({ onError: () => undefined }));
  return (
    <AccountLayout title={t`Your e-mail address`}>
      <div className="flex flex-col gap-4">
        {verify.isSuccess ? (
          <>
            <Notice tone="success">{t`Thank you, your address is confirmed.`}</Notice>
            <LinkButton to={session() ? '/' : '/sign-in'} variant="primary" reloadDocument>
              {t`Continue`}
            </LinkButton>
          </>
        ) : (
          <>
            {verify.error && <Notice tone="danger">{describe(failureOf(verify.error))}</Notice>}
            <p className="text-ink-muted">{t`Confirm that this is your address.`}</p>
            <Button variant="primary" busy={verify.isPending} onClick={() => verify.mutate({ token })}>
              {t`Confirm my address`}
            </Button>
          </>
        )}
      </div>
    </AccountLayout>
  );
}
