import { useLingui } from '@lingui/react/macro';
import type { StudioInvoiceDetail } from '@officina/contracts/studio';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { Ban, CreditCard, Download, Link2, Link2Off, RotateCw, Send, Trash2 } from 'lucide-react';
import { lazy } from 'react';
import { useAct } from '../../lib/use-act.ts';
import { DetailPage } from '../../shell/detail/detail-page.tsx';
import { useEdit } from '../../shell/detail/use-edit.tsx';
import { InvoiceBadge } from '../../shell/document-state.tsx';
import { api, trpc } from '../../trpc.ts';
import { useConfirm } from '../../ui/confirm.tsx';
import { PdfPane } from '../../ui/pdf-pane.tsx';
import { accessTab } from './access-tab.tsx';
import { InvoiceFacts, InvoiceLines, InvoicePayments } from './invoice-parts.tsx';
import { refreshStudio } from './studio-words.tsx';

const InvoiceForm = lazy(() =>
  import('./invoice-form.tsx').then((module) => ({ default: module.InvoiceForm })),
);

const route = getRouteApi('/app/invoices/studio/$id');

/** The question before, where one is asked, and the deed. */
function useVerbs(invoice: StudioInvoiceDetail | undefined) {
  const { t } = useLingui();
  const { act } = useAct();
  const confirm = useConfirm();
  const navigate = useNavigate();
  if (!invoice) return null;
  const { id, number } = invoice;
  return {
    async send() {
      const sure = await confirm({
        title: t`Send ${number}?`,
        text: invoice.client.email
          ? t`${invoice.client.email} gets a mail with a link to pay. From then on the invoice does not change.`
          : t`The client has no e-mail address: nobody is told. From then on the invoice does not change.`,
        confirm: t`Send`,
      });
      if (sure)
        await act({
          run: () => api.studioInvoices.send.mutate({ id }),
          done: t`${number} is sent`,
          settled: refreshStudio,
        });
    },
    async cancel() {
      const sure = await confirm({
        title: t`Cancel ${number}?`,
        text: t`It stays in the list, and its number is not given again.`,
        confirm: t`Cancel the invoice`,
        danger: true,
      });
      if (sure)
        await act({
          run: () => api.studioInvoices.cancel.mutate({ id }),
          done: t`${number} is cancelled`,
          settled: refreshStudio,
        });
    },
    async remove() {
      const sure = await confirm({
        title: t`Delete the draft ${number}?`,
        text: t`Its number is not given again.`,
        confirm: t`Delete`,
        danger: true,
      });
      if (!sure) return;
      const gone = await act({ run: () => api.studioInvoices.remove.mutate({ id }), done: t`Draft deleted` });
      if (gone) await navigate({ to: '/invoices/studio' });
      await refreshStudio();
    },
    copyLink: () =>
      act({
        run: async () => {
          const { url } = await api.invoices.payLink.mutate({ id });
          await navigator.clipboard.writeText(url);
        },
        done: t`A link to pay is in the clipboard`,
        settled: refreshStudio,
      }),
    /** Staff have the kept card charged, or get a link for the client; clients go to the provider's page. */
    retry: () =>
      act({
        run: async () => {
          const retried = await api.studioInvoices.retryPayment.mutate({ invoiceId: id });
          if (retried.status === 'requires_payment') {
            const { url } = await api.invoices.payLink.mutate({ id });
            await navigator.clipboard.writeText(url);
          }
          return retried;
        },
        done: ({ status }) =>
          status === 'paid' ? t`${number} is paid` : t`The client pays anew: a link is in the clipboard`,
        settled: refreshStudio,
      }),
    async pay() {
      const page = await act({ run: () => api.studioInvoices.pay.mutate({ invoiceId: id }) });
      if (page) location.assign(page.url);
    },
    closeLinks: () =>
      act({
        run: () => api.invoices.revokePayLinks.mutate({ id }),
        done: t`No link opens ${number} any more`,
        settled: refreshStudio,
      }),
  };
}

export function StudioInvoicePage() {
  const { t } = useLingui();
  const { id } = route.useParams();
  const query = useQuery(trpc.studioInvoices.get.queryOptions({ id }));
  const invoice = query.data;
  const verbs = useVerbs(invoice);
  const abilities = invoice?.abilities;
  const [last] = invoice?.payments ?? [];
  const failed = last?.status === 'failed';
  const { edit, form } = useEdit(
    abilities?.edit,
    (ends) => invoice && <InvoiceForm invoice={invoice} {...ends} />,
    refreshStudio,
  );
  return (
    <DetailPage
      query={query}
      crumb={{ label: t`Invoices`, to: '/invoices/studio' }}
      title={invoice?.number}
      badge={invoice && <InvoiceBadge state={invoice.status} />}
      list={{ id: 'studio-invoices', recordId: id }}
      actions={[
        abilities?.payLink &&
          abilities.collect &&
          failed && {
            id: 'retry',
            label: t`Try the payment again`,
            icon: <RotateCw aria-hidden />,
            run: () => void verbs?.retry(),
          },
        abilities?.collect &&
          !abilities.payLink && {
            id: 'pay',
            label: t`Pay`,
            icon: <CreditCard aria-hidden />,
            primary: true,
            run: () => void verbs?.pay(),
          },
        abilities?.payLink && {
          id: 'link',
          label: t`Copy a link to pay`,
          icon: <Link2 aria-hidden />,
          primary: true,
          run: () => void verbs?.copyLink(),
        },
        edit && { ...edit, primary: false },
        abilities?.send && {
          id: 'send',
          label: t`Send`,
          icon: <Send aria-hidden />,
          keys: 's',
          primary: true,
          run: () => void verbs?.send(),
        },
      ]}
      more={[
        invoice && {
          label: t`Download the PDF`,
          icon: <Download aria-hidden />,
          href: `/api/invoices/studio/${id}/pdf`,
        },
        abilities?.payLink && {
          label: t`Close its links`,
          icon: <Link2Off aria-hidden />,
          reason: invoice?.payLinks === 0 && t`No link is open.`,
          run: () => void verbs?.closeLinks(),
        },
        abilities?.cancel && {
          label: t`Cancel the invoice`,
          icon: <Ban aria-hidden />,
          danger: true,
          run: () => void verbs?.cancel(),
        },
        abilities?.delete && {
          label: t`Delete the draft`,
          icon: <Trash2 aria-hidden />,
          danger: true,
          run: () => void verbs?.remove(),
        },
      ]}
      aside={invoice && <InvoiceFacts invoice={invoice} />}
      tabs={
        invoice
          ? [
              { id: 'items', label: t`Items`, content: () => <InvoiceLines invoice={invoice} /> },
              {
                id: 'payments',
                label: t`Payments`,
                count: invoice.payments.length,
                content: () => <InvoicePayments invoice={invoice} />,
              },
              ...accessTab({ label: t`Access`, namespace: 'invoice', objectId: id }),
              {
                id: 'pdf',
                label: t`PDF`,
                content: () => (
                  <PdfPane
                    source={`/api/invoices/studio/${id}/pdf`}
                    version={invoice.version}
                    title={invoice.number}
                  />
                ),
              },
            ]
          : []
      }
    >
      {form}
    </DetailPage>
  );
}
