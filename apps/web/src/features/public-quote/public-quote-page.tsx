import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { LinkIcon } from 'lucide-react';
import { useEffect } from 'react';
import { bytesOf } from '../../lib/download.ts';
import { failureOf } from '../../lib/errors.ts';
import { activateLocale, chosenLocale, pickLocale } from '../../lib/i18n.ts';
import { DataProvider } from '../../shell/data-provider.tsx';
import { useDocumentTitle } from '../../shell/document-title.ts';
import { trpc } from '../../trpc.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorCard } from '../../ui/error-card.tsx';
import { PdfPane } from '../../ui/pdf-pane.tsx';
import { Skeleton, SkeletonText } from '../../ui/skeleton.tsx';
import { Answer } from './answer.tsx';
import { Seller } from './seller.tsx';

const route = getRouteApi('/q/$token');

/** What a client sees of a quote: the page as it was sent, who sent it, and how to answer. */
export function PublicQuotePage() {
  return (
    <DataProvider>
      <PublicQuote />
    </DataProvider>
  );
}

function PublicQuote() {
  const { t } = useLingui();
  const { token } = route.useParams();
  const query = useQuery({ ...trpc.quotes.public.queryOptions({ token }), refetchOnWindowFocus: false });
  const quote = query.data;
  useDocumentTitle(quote ? `${t`Quote ${quote.number}`} · ${quote.seller.name}` : t`Quote`);
  useLanguageOf(quote?.locale);
  if (query.error) {
    return (
      <main id="main" className="grid min-h-dvh place-items-center bg-canvas">
        <h1 className="sr-only">{t`Quote`}</h1>
        {failureOf(query.error).code === 'INVALID_TOKEN' ? (
          <EmptyState icon={<LinkIcon />} title={t`This link is no longer valid`}>
            {t`The quote has expired, was replaced by a newer one, or is already settled. Ask the firm that sent it.`}
          </EmptyState>
        ) : (
          <ErrorCard error={query.error} retry={() => query.refetch()} />
        )}
      </main>
    );
  }
  return (
    <main id="main" className="min-h-dvh bg-canvas">
      <div className="mx-auto grid max-w-6xl items-start gap-6 p-4 sm:p-8 lg:grid-cols-[22rem_minmax(0,1fr)]">
        <div className="flex flex-col gap-4 lg:sticky lg:top-8">
          {quote ? (
            <>
              <Seller seller={quote.seller} />
              <Answer token={token} quote={quote} />
            </>
          ) : (
            <SkeletonText lines={6} />
          )}
        </div>
        {quote ? <Paper token={token} number={quote.number} /> : <Skeleton className="aspect-[210/297]" />}
      </div>
    </main>
  );
}

function Paper({ token, number }: { token: string; number: string }) {
  const { t } = useLingui();
  const file = useQuery({
    ...trpc.quotes.publicPdf.queryOptions({ token }),
    select: ({ base64 }) => bytesOf(base64),
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (file.error) return <ErrorCard error={file.error} retry={() => file.refetch()} />;
  if (!file.data) return <Skeleton className="aspect-[210/297]" />;
  return <PdfPane source={file.data} title={t`Quote ${number}`} fileName={`${number}.pdf`} />;
}

/** A client who never chose a language reads the page in that of the document. */
function useLanguageOf(locale: string | undefined) {
  const { i18n } = useLingui();
  useEffect(() => {
    const language = pickLocale(locale);
    if (locale && !chosenLocale.get() && language !== i18n.locale) void activateLocale(language);
  }, [locale, i18n]);
}
