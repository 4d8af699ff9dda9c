import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { LinkIcon } from 'lucide-react';
import { useRef } from 'react';
import { failureOf } from '../../lib/errors.ts';
import { DataProvider } from '../../shell/data-provider.tsx';
import { PublicFrame } from '../../shell/portal/public-frame.tsx';
import { trpc } from '../../trpc.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorCard } from '../../ui/error-card.tsx';
import { SkeletonText } from '../../ui/skeleton.tsx';
import { Receipt } from './receipt.tsx';

const success = getRouteApi('/success');
const receipt = getRouteApi('/receipt/$id');

export function SuccessPage() {
  const { order, token } = success.useSearch();
  return (
    <DataProvider>
      <ReceiptFrame orderId={order} token={token} />
    </DataProvider>
  );
}

export function ReceiptPage() {
  const { id } = receipt.useParams();
  const { token } = receipt.useSearch();
  return (
    <DataProvider>
      <ReceiptFrame orderId={id} token={token} />
    </DataProvider>
  );
}

const POLL_MS = 2000;
const POLL_FOR_MS = 60_000;

/** The receipt of an order; while the provider has not said that it is paid, it is asked for again for a minute. */
function ReceiptFrame({ orderId, token }: { orderId: string; token: string }) {
  const { t } = useLingui();
  const since = useRef(Date.now());
  const query = useQuery({
    ...trpc.payments.receipt.queryOptions({ orderId: orderId || '-', token }),
    retry: false,
    refetchInterval: ({ state: { data } }) =>
      data?.status === 'pending' && Date.now() - since.current < POLL_FOR_MS ? POLL_MS : false,
  });
  const unknown = query.error && ['NOT_FOUND', 'VALIDATION_ERROR'].includes(failureOf(query.error).code);
  return (
    <PublicFrame title={t`Receipt`}>
      <div className="mx-auto w-full max-w-xl px-4 py-10 sm:px-8 print:p-0">
        {unknown && (
          <>
            <h1 className="sr-only">{t`Receipt`}</h1>
            <EmptyState icon={<LinkIcon />} title={t`There is no receipt under this link`}>
              {t`Open the link from the page on which you paid, whole and unchanged.`}
            </EmptyState>
          </>
        )}
        {query.error && !unknown && <ErrorCard error={query.error} retry={() => query.refetch()} />}
        {query.isPending && <SkeletonText lines={8} />}
        {query.data && <Receipt receipt={query.data} token={token} />}
      </div>
    </PublicFrame>
  );
}
