import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { date } from '../../lib/format.ts';
import { useAct } from '../../lib/use-act.ts';
import { Page } from '../../shell/page.tsx';
import { api, trpc } from '../../trpc.ts';
import { StatusBadge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { ErrorCard } from '../../ui/error-card.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { SkeletonText } from '../../ui/skeleton.tsx';

/** A programme holder shows who they are, on a page of the payment provider. */
export function VerifyIdentityPage() {
  const { t } = useLingui();
  const query = useQuery(trpc.training.verification.queryOptions({}));
  const { act, pending } = useAct();
  const begin = () =>
    act({ run: () => api.training.createVerification.mutate({}) }).then(
      (made) => made && location.assign(made.url),
    );
  const check = query.data;
  return (
    <Page title={t`Identity check`} narrow>
      <Panel title={t`Who you are`} action={check && <State status={check.status} />}>
        {query.error ? (
          <ErrorCard error={query.error} retry={() => query.refetch()} />
        ) : query.isPending ? (
          <SkeletonText lines={3} />
        ) : check?.status === 'approved' ? (
          <Notice tone="success">
            {check.verifiedAt ? t`Your identity was verified on ${date(check.verifiedAt)}.` : t`Verified.`}
          </Notice>
        ) : (
          <div className="flex flex-col gap-3">
            <p className="text-ink-muted">
              {t`You take a photo of an identity document and one of yourself. It takes two minutes.`}
            </p>
            {check?.note && <Notice tone="warning">{check.note}</Notice>}
            {check?.status === 'failed' && (
              <Notice tone="warning">{t`The last check was cancelled. Begin a new one.`}</Notice>
            )}
            <Button variant="primary" busy={pending} className="self-start" onClick={() => void begin()}>
              {check?.status === 'pending' ? t`Continue` : t`Start`}
            </Button>
          </div>
        )}
      </Panel>
    </Page>
  );
}

function State({ status }: { status: 'pending' | 'approved' | 'failed' }) {
  const { t } = useLingui();
  if (status === 'approved') return <StatusBadge tone="success">{t`Approved`}</StatusBadge>;
  if (status === 'failed') return <StatusBadge tone="danger">{t`Failed`}</StatusBadge>;
  return <StatusBadge tone="warning">{t`Pending`}</StatusBadge>;
}
