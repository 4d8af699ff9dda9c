import { useLingui } from '@lingui/react/macro';
import type { PortalInvoice } from '@officina/contracts/portal-invoices';
import { useAct } from '../../lib/use-act.ts';
import { refreshPortal } from '../../shell/portal/refresh-portal.ts';
import { api } from '../../trpc.ts';
import { useConfirm } from '../../ui/confirm.tsx';
import { nameOfInvoice } from './invoice-columns.tsx';

/** Marks invoices paid, and takes that back; who may, the server says. */
export function useInvoiceActions(mayUnpay: boolean) {
  const { t } = useLingui();
  const { act, pending } = useAct();
  const confirm = useConfirm();
  const undo = ({ id }: PortalInvoice) => api.billing.updateInvoice.mutate({ id, paidAt: null });
  const markPaid = (row: PortalInvoice) =>
    act({
      run: () => api.billing.updateInvoice.mutate({ id: row.id, paidAt: new Date().toISOString() }),
      done: t`${nameOfInvoice(row)} is paid`,
      undo: mayUnpay ? undo : undefined,
      settled: refreshPortal,
    });
  const unpay = async (row: PortalInvoice) => {
    const sure = await confirm({
      title: t`Is “${nameOfInvoice(row)}” not paid after all?`,
      text: t`Its payment is crossed out and stays on record.`,
      confirm: t`Un-pay`,
      danger: true,
    });
    if (sure) await act({ run: () => undo(row), done: t`The invoice is open again`, settled: refreshPortal });
  };
  return { markPaid, unpay, pending };
}
