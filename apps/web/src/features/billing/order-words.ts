import { useLingui } from '@lingui/react/macro';
import type { OrderStatus } from '@officina/contracts/payments';

export function useOrderStates(): Record<OrderStatus, string> {
  const { t } = useLingui();
  return {
    pending: t({ context: 'order', message: 'Pending' }),
    paid: t({ context: 'order', message: 'Paid' }),
    expired: t({ context: 'order', message: 'Expired' }),
    failed: t({ context: 'order', message: 'Failed' }),
    refunded: t({ context: 'order', message: 'Refunded' }),
  };
}
