import { useLingui } from '@lingui/react/macro';
import type { ChangeRequestItem } from '@officina/contracts/change-requests';
import { Ban, CircleHelp, PackageCheck, Pencil, Send, UserRound } from 'lucide-react';
import { useState } from 'react';
import { useAct } from '../../lib/use-act.ts';
import type { DetailAction } from '../../shell/detail/detail-page.tsx';
import { refreshPortal } from '../../shell/portal/refresh-portal.ts';
import { useDecisions } from '../../shell/portal/use-decisions.tsx';
import { api } from '../../trpc.ts';
import { useConfirm } from '../../ui/confirm.tsx';
import type { MenuEntry } from '../../ui/menu.tsx';

export type ChangeDialog = 'edit' | 'resubmit' | 'approve' | 'reject' | 'ask' | 'assign';

/** What can be done to a change request, by whom the server says. */
export function useChangeActions(change: ChangeRequestItem | undefined) {
  const { t } = useLingui();
  const { act, pending } = useAct();
  const confirm = useConfirm();
  const [dialog, setDialog] = useState<ChangeDialog | null>(null);
  const decisions = useDecisions(change?.abilities.decide, setDialog);
  if (!change) return { actions: [], more: [], dialog: null, setDialog };
  const { id, title, status, abilities } = change;
  const cancel = async () => {
    const sure = await confirm({
      title: t`Cancel “${title}”?`,
      text: t`A cancelled request cannot be opened again.`,
      confirm: t`Cancel the request`,
      cancel: t`Keep it`,
      danger: true,
    });
    if (!sure) return;
    await act({
      run: () => api.changeRequests.update.mutate({ id, status: 'cancelled' }),
      done: t`The request is cancelled`,
      settled: refreshPortal,
    });
  };
  const implement = () =>
    act({
      run: () => api.changeRequests.implement.mutate({ id }),
      done: t`The change is implemented`,
      settled: refreshPortal,
    });
  const answers = abilities.resubmit && status === 'needs_info';
  const actions: (DetailAction | false)[] = [
    abilities.decide && {
      id: 'ask',
      label: t`Ask back`,
      icon: <CircleHelp aria-hidden />,
      keys: 'q',
      run: () => setDialog('ask'),
    },
    abilities.edit &&
      !answers && {
        id: 'edit',
        label: t`Edit`,
        icon: <Pencil aria-hidden />,
        keys: 'e',
        run: () => setDialog('edit'),
      },
    ...decisions,
    answers &&
      !abilities.decide && {
        id: 'resubmit',
        label: t`Complete and resend`,
        icon: <Send aria-hidden />,
        keys: 'e',
        primary: true,
        run: () => setDialog('resubmit'),
      },
    abilities.implement && {
      id: 'implement',
      label: t`Mark implemented`,
      icon: <PackageCheck aria-hidden />,
      keys: 'm',
      primary: true,
      busy: pending,
      run: () => void implement(),
    },
  ];
  const more: MenuEntry[] = [
    abilities.assign && {
      label: t`Assign`,
      icon: <UserRound aria-hidden />,
      run: () => setDialog('assign'),
    },
    answers &&
      abilities.decide && {
        label: t`Complete and resend`,
        icon: <Send aria-hidden />,
        run: () => setDialog('resubmit'),
      },
    abilities.cancel && {
      label: t`Cancel the request`,
      icon: <Ban aria-hidden />,
      danger: true,
      run: () => void cancel(),
    },
  ];
  return { actions, more, dialog, setDialog };
}
