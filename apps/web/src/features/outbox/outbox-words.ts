import { useLingui } from '@lingui/react/macro';
import type { MessageChannel, OutboxMessageView } from '@officina/contracts/messaging';
import type { Tone } from '../../ui/badge.tsx';

export function useOutboxWords() {
  const { t } = useLingui();
  const channels: Record<MessageChannel, string> = { email: t`E-mail`, whatsapp: 'WhatsApp', sms: t`SMS` };
  const statuses: Record<OutboxMessageView['status'], { label: string; tone: Tone }> = {
    queued: { label: t`Waiting`, tone: 'info' },
    sent: { label: t`Sent`, tone: 'success' },
    failed: { label: t`Failed`, tone: 'danger' },
  };
  return { channels, statuses };
}
