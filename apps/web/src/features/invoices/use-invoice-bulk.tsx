import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { BadgeCheck, Bell } from 'lucide-react';
import { can } from '../../lib/session.ts';
import { type BulkAction, each } from '../../shell/list/bulk.ts';
import { api } from '../../trpc.ts';
import { useConfirm } from '../../ui/confirm.tsx';

/** What can be done to many invoices. Neither has a way back, so both ask first. */
export function useInvoiceBulk(): (BulkAction | false)[] {
  const { t } = useLingui();
  const confirm = useConfirm();
  return [
    can('invoices.send') && {
      id: 'remind',
      label: t`Remind`,
      icon: <Bell aria-hidden className="size-4" />,
      ask: (count) =>
        confirm({
          title: plural(count, {
            one: 'Send a reminder for # invoice?',
            other: 'Send reminders for # invoices?',
          }),
          text: t`Each goes to its customer by e-mail with the standard text and its PDF. What is paid or still a draft is refused and listed afterwards.`,
          confirm: t`Send the reminders`,
        }),
      run: each(api.invoices.remindMany, ({ id }) => ({ id, channel: 'email' as const })),
      done: (count) =>
        plural(count, { one: '# reminder is on its way', other: '# reminders are on their way' }),
    },
    can('invoices.edit') && {
      id: 'issue',
      label: t`Issue`,
      icon: <BadgeCheck aria-hidden className="size-4" />,
      ask: (count) =>
        confirm({
          title: plural(count, { one: 'Issue # invoice?', other: 'Issue # invoices?' }),
          text: t`Drafts get the next numbers and can then no longer be changed, only credited.`,
          confirm: t`Issue the invoices`,
        }),
      run: each(api.invoices.setStatusMany, ({ id }) => ({ id, status: 'sent' as const })),
      done: (count) => plural(count, { one: '# invoice issued', other: '# invoices issued' }),
    },
  ];
}
