import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Hourglass, PartyPopper } from 'lucide-react';
import { useEffect, useState } from 'react';
import { trpc } from '../../trpc.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorCard } from '../../ui/error-card.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { AdmissionLayout } from './admission-layout.tsx';

const route = getRouteApi('/programs/$slug/enrollment-success');
const EVERY_MS = 2000;
const PATIENCE_MS = 60_000;

/** After the hosted page: waits for the provider to tell us of the payment. */
export function SuccessPage() {
  const { t } = useLingui();
  return (
    <AdmissionLayout title={t`Thank you`}>
      <Panel>
        <Arrival />
      </Panel>
    </AdmissionLayout>
  );
}

function Arrival() {
  const { t } = useLingui();
  const { slug } = route.useParams();
  const [late, setLate] = useState(false);
  const query = useQuery({
    ...trpc.training.me.queryOptions({ program: slug }),
    refetchInterval: ({ state }) => (state.data?.enrollment || late ? false : EVERY_MS),
  });
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  if (query.error) return <ErrorCard error={query.error} retry={() => query.refetch()} />;
  if (query.data?.enrollment)
    return (
      <EmptyState
        icon={<PartyPopper />}
        title={t`You are enrolled`}
        actions={
          <LinkButton to="/programs/$slug/orientation" params={{ slug }} variant="primary">
            {t`Begin the orientation`}
          </LinkButton>
        }
      >
        {t`Orientation and documents come next; then you are told your first day.`}
      </EmptyState>
    );
  return (
    <EmptyState icon={<Hourglass />} title={t`Your payment is being processed`}>
      <span aria-live="polite">
        {late
          ? t`It takes longer than usual. You may leave this page: we mail you as soon as it is done.`
          : t`This takes a few seconds.`}
      </span>
    </EmptyState>
  );
}
