import { useLingui } from '@lingui/react/macro';
import type { Edit } from '@officina/contracts/edits';
import { useNavigate } from '@tanstack/react-router';
import { Check, GitPullRequestArrow, Link2, X } from 'lucide-react';
import { useState } from 'react';
import { can } from '../../lib/session.ts';
import { useAct } from '../../lib/use-act.ts';
import type { DetailAction } from '../../shell/detail/detail-page.tsx';
import { useEditWords } from '../../shell/portal/edit-words.ts';
import { refreshPortal } from '../../shell/portal/refresh-portal.ts';
import { api } from '../../trpc.ts';
import { useConfirm } from '../../ui/confirm.tsx';
import type { MenuEntry } from '../../ui/menu.tsx';

export type EditDialog = 'reject' | 'link';

/** What can be done to an edit, by whom the server says. */
export function useEditActions(edit: Edit | undefined) {
  const { t } = useLingui();
  const { act, pending } = useAct();
  const { fieldWord, print } = useEditWords();
  const confirm = useConfirm();
  const navigate = useNavigate();
  const [dialog, setDialog] = useState<EditDialog | null>(null);
  if (!edit) return { actions: [], more: [], dialog: null, setDialog };
  const { id, abilities, changeRequest, engagement, entityTitle } = edit;
  const apply = async () => {
    const sure = await confirm({
      title: t`Apply this edit to “${entityTitle}”?`,
      text: t`The record changes at once and the client is told.`,
      confirm: t`Apply`,
      cancel: t`Not yet`,
    });
    if (!sure) return;
    await act({
      run: () => api['edits.apply'].mutate({ id }),
      done: t`The edit is applied`,
      settled: refreshPortal,
    });
  };
  const lines = edit.diff.map(({ field, from, to }) => {
    const [before, after] = [from, to].map((value) => print(edit.entityType, field, value) ?? '–');
    return `${fieldWord(field)}: ${before} → ${after}`;
  });
  const request = () =>
    void navigate({
      to: '/portal/change-requests',
      search: {
        new: '1',
        engagement: engagement?.id,
        title: t`Change ${entityTitle}`.slice(0, 200),
        description: [edit.reason, ...lines].join('\n'),
        edit: id,
      },
    });
  const blocked = !changeRequest
    ? t`It needs an approved change request first.`
    : changeRequest.status !== 'approved' && t`Its change request is not approved.`;
  const asks = abilities.link && !changeRequest && engagement !== null && can('portal.changes.create');
  const actions: (DetailAction | false)[] = [
    abilities.resolve && {
      id: 'reject',
      label: t`Reject`,
      icon: <X aria-hidden />,
      keys: 'r',
      run: () => setDialog('reject'),
    },
    asks && {
      id: 'request',
      label: t`Create change request`,
      icon: <GitPullRequestArrow aria-hidden />,
      keys: 'c',
      primary: !abilities.resolve,
      run: request,
    },
    abilities.resolve && {
      id: 'apply',
      label: t`Apply`,
      icon: <Check aria-hidden />,
      keys: 'a',
      primary: true,
      busy: pending,
      reason: !abilities.apply && blocked,
      run: () => void apply(),
    },
  ];
  const more: MenuEntry[] = [
    abilities.link &&
      engagement !== null && {
        label: t`Link a change request`,
        icon: <Link2 aria-hidden />,
        keys: 'l',
        run: () => setDialog('link'),
      },
  ];
  return { actions, more, dialog, setDialog };
}
