import { useLingui } from '@lingui/react/macro';
import type { PortalInvoiceDetail } from '@officina/contracts/portal-invoices';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { CreditCard, PencilLine, ReceiptText } from 'lucide-react';
import { useEffect, useState } from 'react';
import { money } from '../../lib/format.ts';
import { toastDone } from '../../lib/toast.ts';
import { useWaiting } from '../../lib/use-waiting.ts';
import { DetailPage } from '../../shell/detail/detail-page.tsx';
import { LINK } from '../../shell/detail/link.ts';
import { LineList } from '../../shell/document/line-list.tsx';
import { Payments } from '../../shell/document/payments.tsx';
import { day } from '../../shell/portal/figures.ts';
import { InvoiceState } from '../../shell/portal/invoice-state.tsx';
import { trpc } from '../../trpc.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Facts, Panel } from '../../ui/panel.tsx';
import { PdfPane } from '../../ui/pdf-pane.tsx';
import { nameOfInvoice } from './invoice-columns.tsx';
import { usePay } from './use-pay.ts';

const route = getRouteApi('/app/portal/billing/$id');
/** The provider's word may come after its page has sent the payer back. */
const SOON_MS = 2000;

/** One invoice: what it is for, where it stands, and how it is paid. */
export function InvoicePage() {
  const { t } = useLingui();
  const { id } = route.useParams();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  // The address forgets it at once, so that a bookmark does not thank again.
  const [returned] = useState(search.paid === '1');
  const waiting = useWaiting(returned);
  const query = useQuery({
    ...trpc.billing.invoice.queryOptions({ id }),
    refetchInterval: ({ state: { data } }) => (waiting && data && !data.paidAt ? SOON_MS : false),
  });
  const invoice = query.data;
  const { pay, pending } = usePay();
  useEffect(() => {
    if (!search.paid) return;
    void toastDone(t`Thank you. Your payment is being booked.`);
    void navigate({ to: '.', search: { tab: search.tab }, replace: true });
  }, [search, navigate, t]);
  const amount = invoice && money(invoice.totalCents - invoice.paidCents, invoice.currency);
  const list = invoice?.abilities.edit ? '/portal/finance' : '/portal/billing';
  return (
    <DetailPage
      query={query}
      crumb={{ label: invoice?.abilities.edit ? t`Finance` : t`Billing`, to: list }}
      title={invoice && nameOfInvoice(invoice)}
      badge={invoice && <InvoiceState invoice={invoice} />}
      list={{ id: invoice?.abilities.edit ? 'finance' : 'billing', recordId: id }}
      actions={
        invoice && [
          invoice.abilities.edit && {
            id: 'edit',
            label: t`Edit the invoice`,
            icon: <PencilLine aria-hidden />,
            keys: 'e',
            run: () => void navigate({ to: '/portal/finance', search: { invoice: id } }),
          },
          invoice.abilities.pay && {
            id: 'pay',
            label: t`Pay ${amount}`,
            icon: <CreditCard aria-hidden />,
            keys: 'p',
            primary: true,
            busy: pending,
            run: () => void pay(invoice),
          },
        ]
      }
      aside={
        invoice && (
          <>
            {invoice.status !== 'draft' && <Payments invoice={invoice} />}
            <InvoiceFacts invoice={invoice} />
          </>
        )
      }
      tabs={
        invoice
          ? [
              {
                id: 'lines',
                label: t`Lines`,
                content: () =>
                  invoice.lines.length > 0 ? (
                    <LineList document={invoice} />
                  ) : (
                    <EmptyState icon={<ReceiptText />} title={t`Nothing is billed on it yet`} />
                  ),
              },
              {
                id: 'pdf',
                label: t`PDF`,
                content: () => (
                  <PdfPane
                    source={`/api/portal/billing/invoices/${id}/pdf`}
                    version={invoice.version}
                    title={nameOfInvoice(invoice)}
                  />
                ),
              },
            ]
          : []
      }
    />
  );
}

function InvoiceFacts({ invoice }: { invoice: PortalInvoiceDetail }) {
  const { t } = useLingui();
  const { engagement, organization, abilities } = invoice;
  return (
    <Panel>
      <Facts
        items={[
          { label: t`Organisation`, value: abilities.edit && organization.name },
          {
            label: t`Engagement`,
            value: engagement && (
              <Link to="/portal/engagements/$id" params={{ id: engagement.id }} className={LINK}>
                {engagement.title}
              </Link>
            ),
          },
          { label: t`Issued`, value: day(invoice.issueDate) },
          { label: t`Due`, value: day(invoice.dueDate) },
          { label: t`Paid on`, value: day(invoice.paidAt) },
          { label: t`PO number`, value: invoice.referencePO },
          { label: t`Procurement`, value: engagement?.procurementRef },
        ]}
      />
    </Panel>
  );
}
