import { useLingui } from '@lingui/react/macro';
import type { QuoteView } from '@officina/contracts/sales';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { clsx } from 'clsx';
import { date, dateTime } from '../../lib/format.ts';
import { can } from '../../lib/session.ts';
import { DetailPage } from '../../shell/detail/detail-page.tsx';
import { DocumentFacts, DocumentLink } from '../../shell/document/document-facts.tsx';
import { DocumentTimeline } from '../../shell/document/document-timeline.tsx';
import { LineList } from '../../shell/document/line-list.tsx';
import { QuoteBadge } from '../../shell/document-state.tsx';
import { api, trpc } from '../../trpc.ts';
import { PdfPane } from '../../ui/pdf-pane.tsx';
import { QuoteDialogs } from './quote-dialogs.tsx';
import { useQuoteActions } from './use-quote-actions.tsx';

const route = getRouteApi('/app/quotes/$id');

export function QuotePage() {
  const { t } = useLingui();
  const { id } = route.useParams();
  const query = useQuery(trpc.quotes.get.queryOptions({ id }));
  const quote = query.data;
  const { actions, more, dialog, setDialog } = useQuoteActions(quote);
  const title = quote && t`Quote ${quote.number}`;
  return (
    <DetailPage
      query={query}
      restore={can('quotes.delete') && (() => api.quotes.restore.mutate({ id }))}
      crumb={{ label: t`Quotes`, to: '/quotes' }}
      title={title}
      badge={quote && <QuoteBadge state={quote.status} />}
      list={{ id: 'quotes', recordId: id }}
      actions={actions}
      more={more}
      aside={quote && <QuoteFacts quote={quote} />}
      tabs={
        quote
          ? [
              { id: 'lines', label: t`Lines`, content: () => <LineList document={quote} /> },
              {
                id: 'pdf',
                label: t`PDF`,
                content: () => (
                  <PdfPane
                    source={`/api/quotes/${id}/pdf`}
                    version={quote.version}
                    title={t`Quote ${quote.number}`}
                  />
                ),
              },
              {
                id: 'timeline',
                label: t`Timeline`,
                content: () => <DocumentTimeline recordId={id} currency={quote.currency} />,
              },
            ]
          : []
      }
    >
      {quote && dialog && <QuoteDialogs quote={quote} dialog={dialog} onClose={() => setDialog(null)} />}
    </DetailPage>
  );
}

function QuoteFacts({ quote }: { quote: QuoteView }) {
  const { t } = useLingui();
  const past = quote.status === 'expired';
  const { invoice } = quote;
  return (
    <DocumentFacts
      document={quote}
      items={[
        { label: t`Date`, value: date(quote.issueDate) },
        {
          label: t`Valid until`,
          value: <span className={clsx(past && 'font-medium text-danger')}>{date(quote.validUntil)}</span>,
        },
        { label: t`Sent on`, value: quote.sentAt && dateTime(quote.sentAt) },
        { label: t`Accepted on`, value: quote.acceptedAt && dateTime(quote.acceptedAt) },
        { label: t`Refused on`, value: quote.rejectedAt && dateTime(quote.rejectedAt) },
        { label: t`Answered by`, value: quote.answeredBy },
        { label: t`Reason`, value: quote.rejectionReason },
        {
          label: t`Invoice`,
          value: invoice && (
            <DocumentLink to="/invoices/$id" id={invoice.id} number={invoice.number ?? t`Draft`} />
          ),
        },
      ]}
    />
  );
}
