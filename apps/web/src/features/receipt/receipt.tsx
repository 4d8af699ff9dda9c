import { useLingui } from '@lingui/react/macro';
import type { ReceiptView } from '@officina/contracts/orders';
import { CircleCheck, CircleX, Clock3, Printer, Undo2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { dateTime, money } from '../../lib/format.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { Facts, Panel } from '../../ui/panel.tsx';

/** What somebody has paid, or why not yet. */
export function Receipt({ receipt, token }: { receipt: ReceiptView; token: string }) {
  const { t } = useLingui();
  const { orderId, status, seller, serviceSlug, serviceTitle, currency, payer } = receipt;
  const settled = status === 'paid' || status === 'refunded';
  const states: Record<ReceiptView['status'], ReactNode> = {
    pending: (
      <State icon={<Clock3 />} tone="text-warning" title={t`Payment processing`}>
        {t`This page looks again by itself. Nothing more is needed from you.`}
      </State>
    ),
    paid: (
      <State icon={<CircleCheck />} tone="text-success" title={t`Thank you, your deposit is paid`}>
        {t`We will be in touch within two business days.`}
      </State>
    ),
    refunded: (
      <State icon={<Undo2 />} tone="text-info" title={t`Your deposit was given back`}>
        {t`Your bank shows it within a few days.`}
      </State>
    ),
    expired: (
      <State icon={<CircleX />} tone="text-ink-muted" title={t`This checkout has expired`}>
        {t`Nothing was paid.`}
      </State>
    ),
    failed: (
      <State icon={<CircleX />} tone="text-danger" title={t`The payment did not work`}>
        {t`Nothing was paid.`}
      </State>
    ),
  };
  return (
    <Panel>
      <div className="flex flex-col gap-5" aria-live="polite">
        {states[status]}
        <Facts
          items={[
            { label: t({ context: 'catalogue', message: 'Service' }), value: serviceTitle },
            { label: t`Deposit`, value: money(receipt.amountCents, currency) },
            {
              label: t`Given back`,
              value: receipt.refundedCents > 0 ? money(receipt.refundedCents, currency) : null,
            },
            {
              label: t`Paid by`,
              value: payer && <bdi>{[payer.name, payer.email].filter(Boolean).join(' · ')}</bdi>,
            },
            { label: t`Paid on`, value: receipt.paidAt && dateTime(receipt.paidAt) },
            { label: t`Payment`, value: receipt.paymentId && <Code>{receipt.paymentId}</Code> },
            { label: t`Order`, value: <Code>{orderId}</Code> },
            { label: t`Sold by`, value: seller },
          ]}
        />
        <div className="flex flex-wrap gap-2 print:hidden">
          {settled && (
            <Button icon={<Printer aria-hidden />} onClick={() => print()}>
              {t`Print`}
            </Button>
          )}
          {(status === 'expired' || status === 'failed') && (
            <a href={`/marketplace/${serviceSlug}`} className={buttonClass('primary')}>
              {t`Try again`}
            </a>
          )}
          {settled && location.pathname === '/success' && (
            <a href={`/receipt/${orderId}?token=${token}`} className={buttonClass('ghost')}>
              {t`Link to this receipt`}
            </a>
          )}
        </div>
      </div>
    </Panel>
  );
}

const Code = ({ children }: { children: ReactNode }) => (
  <code dir="ltr" className="break-all text-xs">
    {children}
  </code>
);

interface StateProps {
  icon: ReactNode;
  tone: string;
  title: string;
  children: ReactNode;
}

const State = ({ icon, tone, title, children }: StateProps) => (
  <div className="flex items-start gap-3">
    <span aria-hidden className={`mt-0.5 [&>svg]:size-6 ${tone}`}>
      {icon}
    </span>
    <div>
      <h1 className="font-semibold text-lg">{title}</h1>
      <p className="text-ink-muted">{children}</p>
    </div>
  </div>
);
