import { useLingui } from '@lingui/react/macro';
import type { ChargeListItem } from '@officina/contracts/charges';
import { useAct } from '../../lib/use-act.ts';
import type { RowKey } from '../../shell/list/types.ts';
import { api } from '../../trpc.ts';
import { useConfirm } from '../../ui/confirm.tsx';
import { refreshCharges } from './refresh-charges.ts';

/** What is done to charges from the list and from a charge's page. None of it can be taken back: there is no way back. */
export function useChargeVerbs() {
  const { t } = useLingui();
  const { act, pending } = useAct();
  const confirm = useConfirm();
  const settled = refreshCharges;
  const issue = ({ ref }: ChargeListItem) =>
    act({ run: () => api.charges.issue.mutate({ ref }), done: t`The charge is issued`, settled });
  const markPaid = ({ ref }: ChargeListItem) =>
    act({ run: () => api.charges.markPaid.mutate({ ref }), done: t`The charge is paid`, settled });
  const cancel = async ({ ref, client }: ChargeListItem) => {
    const sure = await confirm({
      title: t`Cancel this charge?`,
      text: t`${client.name} will not owe it any more. A cancelled charge cannot be opened again.`,
      confirm: t`Cancel the charge`,
      danger: true,
    });
    if (sure)
      await act({ run: () => api.charges.cancel.mutate({ ref }), done: t`The charge is cancelled`, settled });
  };
  const rowKeys: RowKey<ChargeListItem>[] = [
    { keys: 'i', label: t`Issue`, run: (row) => row.abilities.issue && issue(row) },
    { keys: 'm', label: t`Mark paid`, run: (row) => row.abilities.markPaid && markPaid(row) },
  ];
  return { issue, markPaid, cancel, rowKeys, pending };
}
