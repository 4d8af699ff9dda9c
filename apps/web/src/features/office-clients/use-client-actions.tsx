import { useLingui } from '@lingui/react/macro';
import type { ClientStatus } from '@officina/contracts/office';
import type { OfficeClientDetail } from '@officina/contracts/office-clients';
import { BellRing, FolderInput, Lock, LockOpen, Pencil, ReceiptText, Snowflake } from 'lucide-react';
import { useState } from 'react';
import { can } from '../../lib/session.ts';
import { useAct } from '../../lib/use-act.ts';
import type { DetailAction } from '../../shell/detail/detail-page.tsx';
import { api } from '../../trpc.ts';
import { useConfirm } from '../../ui/confirm.tsx';
import type { MenuEntry } from '../../ui/menu.tsx';
import { refreshClients } from './refresh-clients.ts';

export type ClientDialog = 'edit' | 'receive' | 'charge' | 'remind';

/** What can be done to a client; receiving a binder is what comes next most often. */
export function useClientActions(client: OfficeClientDetail | undefined) {
  const { t } = useLingui();
  const { act } = useAct();
  const confirm = useConfirm();
  const [dialog, setDialog] = useState<ClientDialog | null>(null);
  if (!client) return { actions: [], more: [], dialog: null, setDialog };
  const { ref, fullName, status: before, abilities } = client;
  const give = (status: ClientStatus, done: string) =>
    act({
      run: () => api.officeClients.update.mutate({ ref, status }),
      done,
      // Nothing leads out of closed.
      undo: status === 'closed' ? undefined : () => api.officeClients.update.mutate({ ref, status: before }),
      settled: refreshClients,
    });
  const close = async () => {
    const sure = await confirm({
      title: t`Close ${fullName}?`,
      text: t`A closed client stays readable for ever and cannot be opened again.`,
      confirm: t`Close the client`,
      danger: true,
    });
    if (sure) await give('closed', t`${fullName} is closed`);
  };
  const actions: (DetailAction | false)[] = [
    abilities.edit && {
      id: 'edit',
      label: t`Edit`,
      icon: <Pencil aria-hidden />,
      keys: 'e',
      run: () => setDialog('edit'),
    },
    can('office.charges.write') && {
      id: 'charge',
      label: t`New charge`,
      icon: <ReceiptText aria-hidden />,
      keys: 'c',
      reason: !abilities.newCharge && t`The client is closed.`,
      run: () => setDialog('charge'),
    },
    can('office.binders.write') && {
      id: 'receive',
      label: t`Receive a binder`,
      icon: <FolderInput aria-hidden />,
      primary: true,
      keys: 'n',
      reason: !abilities.receiveBinder && t`The client is closed.`,
      run: () => setDialog('receive'),
    },
  ];
  const more: MenuEntry[] = [
    can('office.notifications.send') && {
      label: t`Payment reminder`,
      icon: <BellRing aria-hidden />,
      reason: !abilities.remindPayment && t`There is no unpaid charge, or no address to write to.`,
      run: () => setDialog('remind'),
    },
    abilities.activate && {
      label: t`Make active again`,
      icon: <LockOpen aria-hidden />,
      run: () => void give('active', t`${fullName} is active`),
    },
    abilities.freeze && {
      label: t`Freeze`,
      icon: <Snowflake aria-hidden />,
      run: () => void give('frozen', t`${fullName} is frozen`),
    },
    abilities.close && {
      label: t`Close the client`,
      icon: <Lock aria-hidden />,
      danger: true,
      run: () => void close(),
    },
  ];
  return { actions, more, dialog, setDialog };
}
