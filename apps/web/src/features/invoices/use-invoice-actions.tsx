import { useLingui } from '@lingui/react/macro';
import type { InvoiceView } from '@officina/contracts/sales';
import { useNavigate } from '@tanstack/react-router';
import {
  BadgeCheck,
  Banknote,
  Bell,
  Download,
  FileMinus,
  Pencil,
  Send,
  Trash2,
  Undo2,
  X,
} from 'lucide-react';
import { useState } from 'react';
import { useAct } from '../../lib/use-act.ts';
import type { DetailAction } from '../../shell/detail/detail-page.tsx';
import { api, queryClient, trpc } from '../../trpc.ts';
import { useConfirm } from '../../ui/confirm.tsx';
import type { MenuEntry } from '../../ui/menu.tsx';
import { refreshInvoices } from './refresh-invoices.ts';

export type InvoiceDialog = 'remind' | 'payment' | 'paid' | 'undo' | 'credit' | 'cancel';

/** What can be done to an invoice in its state: the step that comes next stands out, the rarer ones are in the menu. */
export function useInvoiceActions(invoice: InvoiceView | undefined) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const confirm = useConfirm();
  const { act, pending } = useAct();
  const [dialog, setDialog] = useState<InvoiceDialog | null>(null);
  if (!invoice) return { actions: [], more: [], dialog: null, setDialog };

  const { id, abilities, status } = invoice;
  const issue = async () => {
    const agreed = await confirm({
      title: t`Issue this invoice?`,
      text: t`It gets the next number and can then no longer be changed, only credited.`,
      confirm: t`Issue the invoice`,
    });
    if (!agreed) return;
    await act({
      run: () => api.invoices.setStatus.mutate({ id, status: 'sent' }),
      done: (issued) => t`Invoice ${issued.number} issued`,
      settled: refreshInvoices,
    });
  };
  const remove = async () => {
    const agreed = await confirm({
      title: t`Delete this draft?`,
      text: t`A deleted draft does not come back. It has no number, so none is lost.`,
      confirm: t`Delete the draft`,
      danger: true,
    });
    if (!agreed) return;
    const done = await act({
      run: () => api.invoices.delete.mutate({ id }),
      done: t`Draft deleted`,
      settled: () => queryClient.invalidateQueries(trpc.invoices.list.pathFilter()),
    });
    if (done) void navigate({ to: '/invoices' });
  };
  const edit = () => void navigate({ to: '/invoices/$id/edit', params: { id } });
  const actions: (DetailAction | false)[] = [
    abilities.edit && { id: 'edit', label: t`Edit`, icon: <Pencil aria-hidden />, keys: 'e', run: edit },
    abilities.remind && {
      id: 'remind',
      label: status === 'overdue' ? t`Remind` : t`Send`,
      icon: status === 'overdue' ? <Bell aria-hidden /> : <Send aria-hidden />,
      keys: 's',
      run: () => setDialog('remind'),
    },
    abilities.issue && {
      id: 'issue',
      label: t`Issue`,
      icon: <BadgeCheck aria-hidden />,
      primary: true,
      keys: 'i',
      busy: pending,
      run: () => void issue(),
    },
    abilities.pay && {
      id: 'paid',
      label: t`Mark paid`,
      icon: <Banknote aria-hidden />,
      primary: true,
      keys: 'p',
      run: () => setDialog('paid'),
    },
  ];
  const more: MenuEntry[] = [
    abilities.pay && {
      label: t`Record a partial payment`,
      icon: <Banknote aria-hidden />,
      run: () => setDialog('payment'),
    },
    { label: t`Download the PDF`, icon: <Download aria-hidden />, href: `/api/invoices/${id}/pdf` },
    abilities.credit && {
      label: t`Credit note`,
      icon: <FileMinus aria-hidden />,
      run: () => setDialog('credit'),
    },
    abilities.undoPayment && {
      label: t`Take a payment back`,
      icon: <Undo2 aria-hidden />,
      run: () => setDialog('undo'),
    },
    (abilities.cancel || abilities.delete) && 'separator',
    abilities.cancel && {
      label: t`Cancel the invoice`,
      icon: <X aria-hidden />,
      danger: true,
      run: () => setDialog('cancel'),
    },
    abilities.delete && {
      label: t`Delete the draft`,
      icon: <Trash2 aria-hidden />,
      danger: true,
      run: () => void remove(),
    },
  ];
  return { actions, more, dialog, setDialog };
}
