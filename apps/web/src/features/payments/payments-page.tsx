import { useLingui } from '@lingui/react/macro';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { can } from '../../lib/session.ts';
import type { ListPageProps } from '../../shell/list/list-page.tsx';
import { FirmEvents } from '../payment-events/firm-events.tsx';
import { PaymentList } from './payment-list.tsx';
import { SubscriptionList } from './subscription-list.tsx';

const route = getRouteApi('/app/payments');
const EVENTS = { to: '/payments', search: { tab: 'events' } } as const;
type Tabs = NonNullable<ListPageProps<{ id: string }>['tabs']>;

/** The money that came by card: single payments, regular ones, and what the provider told of them. */
export function PaymentsPage() {
  const { t } = useLingui();
  const search = route.useSearch();
  const { tab } = search;
  const navigate = useNavigate();
  const tabs: Tabs = {
    label: t`Payments`,
    tabs: [
      { id: 'payments', label: t`Payments` },
      { id: 'subscriptions', label: t`Subscriptions` },
      ...(can('portal.payments.log') ? [{ id: 'events', label: t`Payment events` }] : []),
    ],
    value: tab === 'subscriptions' || tab === 'events' ? tab : 'payments',
    onChange: (id) =>
      void navigate({ to: '/payments', search: id === 'payments' ? {} : { tab: id }, replace: true }),
  };
  if (tab === 'subscriptions') return <SubscriptionList tabs={tabs} />;
  return tab === 'events' && can('portal.payments.log') ? (
    <FirmEvents title={t`Payments`} tabs={tabs} search={search} place={EVENTS} />
  ) : (
    <PaymentList tabs={tabs} />
  );
}
