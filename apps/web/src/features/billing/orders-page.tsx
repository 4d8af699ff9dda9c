import { useLingui } from '@lingui/react/macro';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { can } from '../../lib/session.ts';
import { FirmEvents } from '../payment-events/firm-events.tsx';
import { OrderList } from './order-list.tsx';

const route = getRouteApi('/app/portal/orders');
const EVENTS = { to: '/portal/orders', search: { tab: 'events' } } as const;

/** Deposits that visitors ordered; admins also see what the payment provider told. */
export function OrdersPage() {
  const { t } = useLingui();
  const search = route.useSearch();
  const { tab } = search;
  const navigate = useNavigate();
  const admin = can('portal.payments.log');
  const tabs = admin && {
    label: t`Orders and events`,
    tabs: [
      { id: 'orders', label: t`Orders` },
      { id: 'events', label: t`Payment events` },
    ],
    value: tab === 'events' ? 'events' : 'orders',
    onChange: (id: string) =>
      void navigate({
        to: '/portal/orders',
        search: id === 'events' ? { tab: 'events' } : {},
        replace: true,
      }),
  };
  return admin && tab === 'events' ? (
    <FirmEvents title={t`Orders`} tabs={tabs || undefined} search={search} place={EVENTS} />
  ) : (
    <OrderList tabs={tabs || undefined} />
  );
}
