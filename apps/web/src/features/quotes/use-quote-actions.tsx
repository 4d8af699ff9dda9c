import { useLingui } from '@lingui/react/macro';
import type { QuoteView } from '@officina/contracts/sales';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Check, Copy, Download, FileCheck, Pencil, RotateCcw, Send, Trash2, X } from 'lucide-react';
import { useState } from 'react';
import { can } from '../../lib/session.ts';
import { useAct } from '../../lib/use-act.ts';
import type { DetailAction } from '../../shell/detail/detail-page.tsx';
import { api, queryClient, trpc } from '../../trpc.ts';
import { useConfirm } from '../../ui/confirm.tsx';
import type { MenuEntry } from '../../ui/menu.tsx';
import { refreshQuotes } from './refresh-quotes.ts';

export type QuoteDialog = 'send' | 'reject' | 'renew' | 'convert';

interface Wanted extends DetailAction {
  /** Whether the state lets it happen; what it does not is not shown. */
  now: boolean;
}

/** What can be done to a quote in its state: the step that comes next stands out, the rarer ones are in the menu. */
export function useQuoteActions(quote: QuoteView | undefined) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const confirm = useConfirm();
  const { act, pending } = useAct();
  const { send } = useSearch({ from: '/app/quotes/$id' });
  const [dialog, show] = useState<QuoteDialog | null>(send ? 'send' : null);
  const setDialog = (next: QuoteDialog | null) => {
    show(next);
    // Once answered, reloading the page must not ask again.
    if (send) void navigate({ to: '.', replace: true, search: {} });
  };
  if (!quote) return { actions: [], more: [], dialog: null, setDialog };

  const { id, number, status, abilities } = quote;
  const open = (to: '/quotes/$id' | '/quotes/$id/edit', of = id) => void navigate({ to, params: { id: of } });

  const edit = async () => {
    const sent = status !== 'draft';
    const agreed =
      !sent ||
      (await confirm({
        title: t`Take this quote back to draft?`,
        text: t`Your client already has it. Once you save, its link stops working until you send it anew.`,
        confirm: t`Edit the quote`,
      }));
    if (agreed) open('/quotes/$id/edit');
  };
  const duplicate = () =>
    act({
      run: () => api.quotes.duplicate.mutate({ id }),
      done: (copy) => t`Copied as quote ${copy.number}`,
      settled: refreshQuotes,
    }).then((copy) => copy && open('/quotes/$id/edit', copy.id));
  const accept = () =>
    act({
      run: () => api.quotes.setStatus.mutate({ id, status: 'accepted' }),
      done: t`Quote ${number} accepted`,
      settled: refreshQuotes,
    });
  const remove = () =>
    act({
      run: () => api.quotes.delete.mutate({ id }),
      done: t`Quote ${number} deleted`,
      undo: () => api.quotes.restore.mutate({ id }),
      // The page of the deleted quote is about to be left: only what shows others is fetched anew.
      settled: () => queryClient.invalidateQueries(trpc.quotes.list.pathFilter()),
    }).then((done) => done && navigate({ to: '/quotes' }));

  const wanted: Wanted[] = [
    {
      id: 'edit',
      label: t`Edit`,
      icon: <Pencil aria-hidden />,
      keys: 'e',
      now: abilities.edit,
      run: () => void edit(),
    },
    {
      id: 'reject',
      label: t`Refused`,
      icon: <X aria-hidden />,
      now: abilities.reject && status !== 'draft',
      run: () => setDialog('reject'),
    },
    {
      id: 'accept',
      label: t`Accepted`,
      icon: <Check aria-hidden />,
      now: abilities.accept,
      busy: pending,
      run: () => void accept(),
    },
    {
      id: 'renew',
      label: t`Renew`,
      icon: <RotateCcw aria-hidden />,
      now: abilities.renew,
      run: () => setDialog('renew'),
    },
    {
      id: 'send',
      label: status === 'draft' ? t`Send` : t`Send again`,
      icon: <Send aria-hidden />,
      keys: 's',
      now: abilities.send,
      run: () => setDialog('send'),
    },
    {
      id: 'convert',
      label: t`Make an invoice`,
      icon: <FileCheck aria-hidden />,
      keys: 'i',
      now: abilities.convert,
      run: () => setDialog('convert'),
    },
  ];
  const shown = wanted.filter((action) => action.now);
  const first = FIRST[status].find((step) => shown.some((action) => action.id === step));
  const beside = shown.filter((action) => BESIDE[status].includes(action.id) && action.id !== first);
  const primary = shown
    .filter((action) => action.id === first)
    .map((action) => ({ ...action, primary: true }));
  const inMenu = shown.filter((action) => action.id !== first && !beside.includes(action));
  const more: MenuEntry[] = [
    ...inMenu.map(({ label, icon, keys, run }) => ({ label, icon, keys, run })),
    can('quotes.create') && { label: t`Duplicate`, icon: <Copy aria-hidden />, run: () => void duplicate() },
    { label: t`Download the PDF`, icon: <Download aria-hidden />, href: `/api/quotes/${id}/pdf` },
    can('quotes.delete') && 'separator',
    can('quotes.delete') && {
      label: t`Delete`,
      icon: <Trash2 aria-hidden />,
      danger: true,
      reason: !abilities.delete && t`It became an invoice, so it stays.`,
      run: () => void remove(),
    },
  ];
  return { actions: [...beside, ...primary], more, dialog, setDialog };
}

/** The step that comes next in a state; the first that is possible stands out. */
const FIRST: Record<QuoteView['status'], readonly string[]> = {
  draft: ['send', 'edit'],
  sent: ['accept'],
  expired: ['renew'],
  accepted: ['convert'],
  rejected: [],
};
/** What else is at hand without opening the menu. */
const BESIDE: Record<QuoteView['status'], readonly string[]> = {
  draft: ['edit'],
  sent: ['reject', 'convert'],
  expired: ['reject'],
  accepted: [],
  rejected: [],
};
