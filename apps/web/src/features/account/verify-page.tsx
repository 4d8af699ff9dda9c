import { useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { failureOf } from '../../lib/errors.ts';
import { describe } from '../../lib/failure-text.ts';
import { session } from '../../lib/session.ts';
import { DataProvider } from '../../shell/data-provider.tsx';
import { trpc } from '../../trpc.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { SkeletonText } from '../../ui/skeleton.tsx';
import { AccountLayout } from './account-layout.tsx';

const route = getRouteApi('/verify/$token');

export function VerifyPage() {
  return (
    <DataProvider>
      <Verification />
    </DataProvider>
  );
}

function Verification() {
  const { t } = useLingui();
  const { token } = route.useParams();
  // With its own onError the failure is shown here and not as a toast.
  const verify = useMutation(trpc.identity.verifyEmail.mutationOptions({ onError: () => undefined }));
  const asked = useRef(false);
  const { mutate } = verify;
  useEffect(() => {
    // A link works once: strict mode must not use it twice.
    if (asked.current) return;
    asked.current = true;
    mutate({ token });
  }, [mutate, token]);
  return (
    <AccountLayout title={t`Your e-mail address`}>
      {verify.isSuccess ? (
        <div className="flex flex-col gap-4">
          <Notice tone="success">{t`Thank you, your address is confirmed.`}</Notice>
          <LinkButton to={session() ? '/' : '/sign-in'} variant="primary">{t`Continue`}</LinkButton>
        </div>
      ) : verify.error ? (
        <Notice tone="danger">{describe(failureOf(verify.error))}</Notice>
      ) : (
        <SkeletonText lines={2} />
      )}
    </AccountLayout>
  );
}
