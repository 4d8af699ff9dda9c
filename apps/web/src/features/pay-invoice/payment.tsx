import { useLingui } from '@lingui/react/macro';
import type { PublicInvoiceView } from '@officina/contracts/studio';
import { date, money } from '../../lib/format.ts';
import { useAct } from '../../lib/use-act.ts';
import { api, queryClient, trpc } from '../../trpc.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';

interface PaymentProps {
  token: string;
  invoice: PublicInvoiceView;
  /** The payer has just come back from the provider's page. */
  waiting: boolean;
}

/** Whose invoice it is, what is open of it, and the way to the provider's page. */
export function Payment({ token, invoice, waiting }: PaymentProps) {
  const { t } = useLingui();
  const { seller, number, status, currency, openCents } = invoice;
  const payable = (status === 'sent' || status === 'overdue') && openCents > 0;
  const open = money(openCents, currency);
  const due = invoice.dueDate && date(invoice.dueDate);
  return (
    <header className="flex flex-wrap items-end justify-between gap-x-6 gap-y-4">
      <div className="min-w-0">
        <p className="break-words text-ink-muted">{seller}</p>
        <h1 className="font-semibold text-xl tracking-tight">{t`Invoice ${number}`}</h1>
        {payable && (
          <p className={status === 'overdue' ? 'mt-1 text-danger' : 'mt-1 text-ink-muted'}>
            {status === 'overdue' && due && t`${open} open, was due on ${due}`}
            {status === 'sent' && due && t`${open} open, due on ${due}`}
            {!due && t`${open} open`}
          </p>
        )}
      </div>
      <div className="w-full sm:w-auto" aria-live="polite">
        {payable && !waiting && invoice.online && <PayButton token={token} amount={open} />}
        {payable && !waiting && !invoice.online && (
          <Notice tone="neutral">{t`Please ask the firm how to pay: it takes no cards here.`}</Notice>
        )}
        {payable && waiting && (
          <Notice tone="info">{t`We are waiting for the payment to be confirmed. This page looks again by itself.`}</Notice>
        )}
        {status === 'paid' && <Notice tone="success">{t`This invoice is paid. Thank you!`}</Notice>}
        {!payable && status !== 'paid' && (
          <Notice tone="neutral">{t`There is nothing to pay on this invoice.`}</Notice>
        )}
      </div>
    </header>
  );
}

function PayButton({ token, amount }: { token: string; amount: string }) {
  const { t } = useLingui();
  const { act, pending } = useAct();
  const pay = async () => {
    const page = await act({
      run: () => api.invoices.payPublic.mutate({ token }),
      settled: () => queryClient.invalidateQueries(trpc.invoices.public.pathFilter()),
    });
    if (page) location.assign(page.url);
  };
  return (
    <Button variant="primary" className="w-full sm:w-auto" busy={pending} onClick={pay}>
      {t`Pay ${amount}`}
    </Button>
  );
}
