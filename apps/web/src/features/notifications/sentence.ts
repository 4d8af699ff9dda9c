import { useLingui } from '@lingui/react/macro';
import type { NotificationView } from '@officina/contracts/notifications';

/** What a notification says. */
export function useSentence() {
  const { t } = useLingui();
  return (item: NotificationView): string => {
    switch (item.kind) {
      case 'task.assigned': {
        const { by, title } = item.params;
        return t`${by} gave you the task “${title}”`;
      }
      case 'quote.answered': {
        const { name, number, answer } = item.params;
        return answer === 'accepted'
          ? t`${name} accepted quote ${number}`
          : t`${name} refused quote ${number}`;
      }
      case 'message.failed': {
        const { to } = item.params;
        return t`The message to ${to} could not be delivered`;
      }
      case 'subscription.payment_failed': {
        const { plan } = item.params;
        return t`The payment of your plan ${plan} failed`;
      }
      default:
        return `${item.params.title}: ${item.params.body}`;
    }
  };
}
