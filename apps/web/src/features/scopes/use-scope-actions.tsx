import { useLingui } from '@lingui/react/macro';
import type { Scope } from '@officina/contracts/scopes';
import { Pencil, Send, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { useAct } from '../../lib/use-act.ts';
import type { DetailAction } from '../../shell/detail/detail-page.tsx';
import { euros } from '../../shell/portal/figures.ts';
import { refreshPortal } from '../../shell/portal/refresh-portal.ts';
import { useDecisions } from '../../shell/portal/use-decisions.tsx';
import { api } from '../../trpc.ts';
import { useConfirm } from '../../ui/confirm.tsx';

export type ScopeDialog = 'edit' | 'approve' | 'reject';

/** What can be done to a scope proposal, by whom the server says. */
export function useScopeActions(scope: Scope | undefined) {
  const { t } = useLingui();
  const { act, pending } = useAct();
  const confirm = useConfirm();
  const [dialog, setDialog] = useState<ScopeDialog | null>(null);
  const decisions = useDecisions(scope?.abilities.decide, setDialog);
  if (!scope) return { actions: [], dialog: null, setDialog };
  const { id, title, organization, fixedPriceEUR, abilities } = scope;
  const price = euros(fixedPriceEUR);
  const send = async () => {
    const sure = await confirm({
      title: t`Send “${title}”?`,
      text: t`${organization.name} is asked to decide on it, for ${price}.`,
      confirm: t`Send the scope`,
    });
    if (!sure) return;
    await act({
      run: () => api.scopes.update.mutate({ id, status: 'sent' }),
      done: t`The scope is sent`,
      settled: refreshPortal,
    });
  };
  const revise = () =>
    act({
      run: () => api.scopes.revise.mutate({ id }),
      done: t`The scope is a draft again`,
      settled: refreshPortal,
    });
  const actions: (DetailAction | false)[] = [
    abilities.edit && {
      id: 'edit',
      label: t`Edit`,
      icon: <Pencil aria-hidden />,
      keys: 'e',
      run: () => setDialog('edit'),
    },
    abilities.send && {
      id: 'send',
      label: t`Send`,
      icon: <Send aria-hidden className="flip-rtl" />,
      keys: 's',
      primary: true,
      busy: pending,
      run: () => void send(),
    },
    abilities.revise && {
      id: 'revise',
      label: t`Revise`,
      icon: <Undo2 aria-hidden />,
      primary: true,
      busy: pending,
      run: () => void revise(),
    },
    ...decisions,
  ];
  return { actions, dialog, setDialog };
}
