import { useLingui } from '@lingui/react/macro';
import type { TimelineChange } from '@officina/contracts/activities';
import type { PaymentDetail } from '@officina/contracts/payments';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Undo2 } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { dateTime, money } from '../../lib/format.ts';
import { can } from '../../lib/session.ts';
import { DetailPage } from '../../shell/detail/detail-page.tsx';
import { RecordTimeline } from '../../shell/detail/record-timeline.tsx';
import { trpc } from '../../trpc.ts';
import { Facts, Panel } from '../../ui/panel.tsx';
import { PaidThing, PaymentBadge, paidThing, usePaymentWords } from './payment-words.tsx';

const RefundForm = lazy(() => import('./refund-form.tsx').then((module) => ({ default: module.RefundForm })));

const route = getRouteApi('/app/payments/$id');

/** One payment: who paid what for what, how it went, and how to give it back. */
export function PaymentPage() {
  const { t } = useLingui();
  const { id } = route.useParams();
  const { purposes } = usePaymentWords();
  const [refunding, setRefunding] = useState(false);
  const query = useQuery(trpc.payments.get.queryOptions({ id }));
  const payment = query.data;
  return (
    <DetailPage
      query={query}
      crumb={{ label: t`Payments`, to: '/payments' }}
      title={payment && `${purposes[payment.purpose]} · ${money(payment.amountCents, payment.currency)}`}
      badge={payment && <PaymentBadge payment={payment} />}
      list={{ id: 'payments', recordId: id }}
      actions={[
        payment?.abilities.refund && {
          id: 'refund',
          label: t`Refund`,
          icon: <Undo2 aria-hidden />,
          run: () => setRefunding(true),
        },
      ]}
      tabs={
        payment
          ? [
              { id: 'facts', label: t`Payment`, content: () => <PaymentFacts payment={payment} /> },
              can('activities.read') && {
                id: 'timeline',
                label: t`Timeline`,
                content: () => <PaymentTimeline payment={payment} />,
              },
            ]
          : []
      }
    >
      <Suspense>
        {payment && refunding && <RefundForm payment={payment} onClose={() => setRefunding(false)} />}
      </Suspense>
    </DetailPage>
  );
}

const code = (text: string | null) =>
  text && (
    <code dir="ltr" className="break-all text-sm">
      {text}
    </code>
  );

function PaymentFacts({ payment }: { payment: PaymentDetail }) {
  const { t } = useLingui();
  const { purposes } = usePaymentWords();
  const { currency, feeCents, payoutCents, refundedCents, metadata } = payment;
  return (
    <Panel>
      <Facts
        items={[
          { label: t`Payer`, value: payment.payer },
          { label: t`For what`, value: purposes[payment.purpose] },
          { label: t`Pays for`, value: paidThing(payment) && <PaidThing payment={payment} /> },
          { label: t`Given back`, value: refundedCents > 0 && money(refundedCents, currency) },
          { label: t`Fee`, value: feeCents !== null && money(feeCents, currency) },
          { label: t`Payout`, value: payoutCents !== null && money(payoutCents, currency) },
          { label: t`Asked for`, value: dateTime(payment.createdAt) },
          { label: t`Received`, value: payment.paidAt && dateTime(payment.paidAt) },
          {
            label: t`Problem`,
            value: payment.errorMessage && <span className="text-danger">{payment.errorMessage}</span>,
          },
          { label: t`Payment at the provider`, value: code(payment.stripePaymentIntentId) },
          { label: t`Page at the provider`, value: code(payment.stripeSessionId) },
          { label: t`Status at the provider`, value: code(payment.stripeStatus) },
          ...Object.entries(metadata).map(([label, value]) => ({ label, value })),
        ].map(({ label, value }) => ({ label, value: value || null }))}
      />
    </Panel>
  );
}

function PaymentTimeline({ payment }: { payment: PaymentDetail }) {
  const { t } = useLingui();
  const verbs: Record<string, string> = {
    'payment.created': t`asked for the payment`,
    'payment.succeeded': t`received the money`,
    'payment.failed': t`told of a refused try`,
    'payment.expired': t`closed the page unpaid`,
    'payment.mismatch': t`told of another amount than was asked for`,
    'payment.refund_asked': t`asked for a refund`,
    'payment.refunded': t`gave money back`,
  };
  return (
    <RecordTimeline
      recordId={payment.id}
      verbOf={({ verb }: TimelineChange) => verbs[verb] ?? verb}
      labels={{}}
      nobody={t`The provider`}
    />
  );
}
