import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { DetailPage } from '../../shell/detail/detail-page.tsx';
import { DocumentTimeline } from '../../shell/document/document-timeline.tsx';
import { LineList } from '../../shell/document/line-list.tsx';
import { Payments } from '../../shell/document/payments.tsx';
import { InvoiceBadge } from '../../shell/document-state.tsx';
import { trpc } from '../../trpc.ts';
import { PdfPane } from '../../ui/pdf-pane.tsx';
import { InvoiceDialogs } from './invoice-dialogs.tsx';
import { InvoiceFacts } from './invoice-facts.tsx';
import { useInvoiceActions } from './use-invoice-actions.tsx';
import { useInvoiceTitle } from './use-invoice-title.ts';

const route = getRouteApi('/app/invoices/$id');

export function InvoicePage() {
  const { t } = useLingui();
  const { id } = route.useParams();
  const query = useQuery(trpc.invoices.get.queryOptions({ id }));
  const invoice = query.data;
  const { actions, more, dialog, setDialog } = useInvoiceActions(invoice);
  const title = useInvoiceTitle(invoice);
  return (
    <DetailPage
      query={query}
      crumb={{ label: t`Invoices`, to: '/invoices' }}
      title={title}
      badge={invoice && <InvoiceBadge state={invoice.status} />}
      list={{ id: 'invoices', recordId: id }}
      actions={actions}
      more={more}
      aside={
        invoice && (
          <>
            {invoice.kind === 'invoice' && invoice.status !== 'draft' && <Payments invoice={invoice} />}
            <InvoiceFacts invoice={invoice} />
          </>
        )
      }
      tabs={
        invoice
          ? [
              { id: 'lines', label: t`Lines`, content: () => <LineList document={invoice} /> },
              {
                id: 'pdf',
                label: t`PDF`,
                content: () => (
                  <PdfPane source={`/api/invoices/${id}/pdf`} version={invoice.version} title={title ?? ''} />
                ),
              },
              {
                id: 'timeline',
                label: t`Timeline`,
                content: () => <DocumentTimeline recordId={id} currency={invoice.currency} />,
              },
            ]
          : []
      }
    >
      {invoice && dialog && (
        <InvoiceDialogs invoice={invoice} dialog={dialog} onClose={() => setDialog(null)} />
      )}
    </DetailPage>
  );
}
