import { useAct } from '../../lib/use-act.ts';
import { refreshPortal } from '../../shell/portal/refresh-portal.ts';
import { api } from '../../trpc.ts';

/** Leads to the provider's page over what is open of an invoice. */
export function usePay() {
  const { act, pending } = useAct();
  const pay = ({ id }: { id: string }) =>
    act({
      run: async () => location.assign((await api.billing.pay.mutate({ invoiceId: id })).redirectUrl),
      settled: refreshPortal,
    });
  return { pay, pending };
}
