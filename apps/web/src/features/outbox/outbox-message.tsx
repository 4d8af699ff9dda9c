import { useLingui } from '@lingui/react/macro';
import type { OutboxMessageView } from '@officina/contracts/messaging';
import { dateTime } from '../../lib/format.ts';
import { StatusBadge } from '../../ui/badge.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Facts } from '../../ui/panel.tsx';
import { LinkedText } from './linked-text.tsx';
import { useOutboxWords } from './outbox-words.ts';

interface OutboxMessageProps {
  message: OutboxMessageView;
  onClose: () => void;
}

/** A message as its receiver would get it. */
export function OutboxMessage({ message, onClose }: OutboxMessageProps) {
  const { t } = useLingui();
  const { channels, statuses } = useOutboxWords();
  const { channel, to, subject, text, status, createdAt } = message;
  return (
    <Dialog title={subject ?? channels[channel]} drawer onClose={onClose}>
      <div className="flex flex-col gap-4">
        <Facts
          items={[
            { label: t`Recipient`, value: to },
            { label: t`Channel`, value: channels[channel] },
            {
              label: t`Status`,
              value: <StatusBadge tone={statuses[status].tone}>{statuses[status].label}</StatusBadge>,
            },
            { label: t`When`, value: dateTime(createdAt) },
          ]}
        />
        <p className="whitespace-pre-line rounded-panel border bg-canvas p-4 leading-relaxed [overflow-wrap:anywhere]">
          <LinkedText text={text} />
        </p>
      </div>
    </Dialog>
  );
}
