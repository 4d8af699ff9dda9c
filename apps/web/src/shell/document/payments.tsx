import { useLingui } from '@lingui/react/macro';
import type { PaymentView } from '@officina/contracts/sales';
import { clsx } from 'clsx';
import { date, money } from '../../lib/format.ts';
import { Panel } from '../../ui/panel.tsx';
import { Progress } from '../../ui/progress.tsx';
import { useDocumentWords } from '../document-state.tsx';

interface PaymentsProps {
  invoice: {
    status: string;
    totalCents: number;
    paidCents: number;
    currency: string;
    payments: readonly (Omit<PaymentView, 'reversedAt' | 'reversedReason'> &
      Partial<Pick<PaymentView, 'reversedAt' | 'reversedReason'>>)[];
  };
}

/** What was paid, how, and what is left. */
export function Payments({ invoice }: PaymentsProps) {
  const { t } = useLingui();
  const { method } = useDocumentWords();
  const { totalCents, paidCents, currency, payments, status } = invoice;
  const open = status === 'cancelled' || status === 'paid' ? 0 : totalCents - paidCents;
  return (
    <Panel title={t`Payments`}>
      <p className="tabular flex items-baseline justify-between">
        <span className="text-ink-muted text-sm">{t`Still open`}</span>
        <span className={clsx('font-semibold text-xl', open > 0 && status === 'overdue' && 'text-danger')}>
          {money(open, currency)}
        </span>
      </p>
      {paidCents > 0 && open > 0 && (
        <div className="mt-2">
          <Progress label={t`Paid so far`} value={paidCents / totalCents} />
        </div>
      )}
      {payments.length > 0 && (
        <ul className="mt-3 flex flex-col gap-2 border-t pt-3 text-sm">
          {payments.map((payment) => (
            <li key={payment.id}>
              <span className="flex justify-between gap-3">
                <span className={payment.reversedAt ? 'text-ink-faint' : undefined}>
                  {date(payment.paidAt)} · {method(payment.method)}
                </span>
                <span className={clsx('tabular', payment.reversedAt && 'text-ink-faint line-through')}>
                  {money(payment.amountCents, currency)}
                </span>
              </span>
              {payment.reversedAt && (
                <span className="block text-ink-faint text-xs">{t`Taken back: ${payment.reversedReason ?? ''}`}</span>
              )}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
