import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { LinkIcon } from 'lucide-react';
import { useEffect } from 'react';
import { failureOf } from '../../lib/errors.ts';
import { useWaiting } from '../../lib/use-waiting.ts';
import { DataProvider } from '../../shell/data-provider.tsx';
import { useDocumentTitle } from '../../shell/document-title.ts';
import { trpc } from '../../trpc.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorCard } from '../../ui/error-card.tsx';
import { SkeletonText } from '../../ui/skeleton.tsx';
import { InvoiceDocument } from './invoice-document.tsx';
import { Payment } from './payment.tsx';

const route = getRouteApi('/pay/$token');
const POLL_MS = 2000;

/** What the client of a studio sees of an invoice, and where they pay it. */
export function PayInvoicePage() {
  return (
    <DataProvider>
      <PayInvoice />
    </DataProvider>
  );
}

function PayInvoice() {
  const { t } = useLingui();
  const { token } = route.useParams();
  const { returned } = route.useSearch();
  const waiting = useWaiting(returned === 1);
  const query = useQuery({
    ...trpc.invoices.public.queryOptions({ token }),
    retry: false,
    refetchOnWindowFocus: 'always',
    refetchInterval: ({ state: { data } }) => (waiting && data && data.openCents > 0 ? POLL_MS : false),
  });
  const { data: invoice, refetch } = query;
  // Who goes back by the browser's button finds the page as it was left.
  useEffect(() => {
    const shown = (event: PageTransitionEvent) => event.persisted && void refetch();
    addEventListener('pageshow', shown);
    return () => removeEventListener('pageshow', shown);
  }, [refetch]);
  useDocumentTitle(invoice ? `${t`Invoice ${invoice.number}`} · ${invoice.seller}` : t`Invoice`);
  const dead =
    query.error && ['INVALID_TOKEN', 'NOT_FOUND', 'VALIDATION_ERROR'].includes(failureOf(query.error).code);
  if (query.error && (dead || !invoice)) {
    return (
      <main id="main" className="grid min-h-dvh place-items-center bg-canvas p-4">
        <h1 className="sr-only">{t`Invoice`}</h1>
        {dead ? (
          <EmptyState icon={<LinkIcon />} title={t`This link is no longer valid`}>
            {t`Open the link of the latest mail, whole and unchanged, or ask the firm that sent it.`}
          </EmptyState>
        ) : (
          <ErrorCard error={query.error} retry={() => query.refetch()} />
        )}
      </main>
    );
  }
  return (
    <main id="main" className="min-h-dvh bg-canvas">
      <div className="mx-auto flex max-w-2xl flex-col gap-4 px-4 py-8 sm:px-8 sm:py-12 print:p-0">
        {invoice ? (
          <>
            <Payment token={token} invoice={invoice} waiting={waiting} />
            <InvoiceDocument invoice={invoice} />
          </>
        ) : (
          <SkeletonText lines={8} />
        )}
      </div>
    </main>
  );
}
