import { useLingui } from '@lingui/react/macro';
import type { InquiryItem } from '@officina/contracts/inquiries';
import { useNavigate } from '@tanstack/react-router';
import { useAct } from '../../lib/use-act.ts';
import type { RowKey } from '../../shell/list/types.ts';
import { refreshPortal } from '../../shell/portal/refresh-portal.ts';
import { api } from '../../trpc.ts';
import { useConfirm } from '../../ui/confirm.tsx';

/** What is done to inquiries, from the list and from an inquiry's page. There is no way back from any of it. */
export function useInquiryVerbs() {
  const { t } = useLingui();
  const { act, pending } = useAct();
  const confirm = useConfirm();
  const navigate = useNavigate();
  const triage = ({ id, organization }: InquiryItem) =>
    act({
      run: () => api.inquiries.setStatus.mutate({ id, status: 'triaged' }),
      done: t`The inquiry of ${organization} is triaged`,
      settled: refreshPortal,
    });
  const close = async ({ id, organization }: InquiryItem) => {
    const sure = await confirm({
      title: t`Close the inquiry of ${organization}?`,
      text: t`A closed inquiry cannot be opened again.`,
      confirm: t`Close the inquiry`,
      danger: true,
    });
    if (!sure) return;
    await act({
      run: () => api.inquiries.setStatus.mutate({ id, status: 'closed' }),
      done: t`The inquiry is closed`,
      settled: refreshPortal,
    });
  };
  const convert = async ({ id, organization }: InquiryItem) => {
    const sure = await confirm({
      title: t`Begin an engagement with ${organization}?`,
      text: t`The inquiry's scopes and documents go along, and the organisation becomes a client.`,
      confirm: t`Convert the inquiry`,
    });
    if (!sure) return;
    const made = await act({
      run: () => api.inquiries.convert.mutate({ id }),
      done: t`The engagement has begun`,
      settled: refreshPortal,
    });
    if (made) await navigate({ to: '/portal/engagements/$id', params: { id: made.engagementId } });
  };
  const rowKeys: RowKey<InquiryItem>[] = [
    { keys: 't', label: t`Mark triaged`, run: (row) => row.abilities.triage && triage(row) },
  ];
  return { triage, close, convert, rowKeys, pending };
}
