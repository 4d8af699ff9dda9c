import { useLingui } from '@lingui/react/macro';
import type { NotificationView } from '@officina/contracts/notifications';
import { usePortalTitles } from './portal-titles.ts';

/** Keeps a name or title in its own direction, with the quotation marks and words around it in theirs. */
const isolated = (text: string) => (document.dir === 'rtl' ? `\u2068${text}\u2069` : text);

/** What a notification says. */
export function useSentence() {
  const { t } = useLingui();
  const titleOf = usePortalTitles();
  return (item: NotificationView): string => {
    switch (item.kind) {
      case 'task.assigned': {
        const [by, title] = [isolated(item.params.by), isolated(item.params.title)];
        return t`${by} gave you the task “${title}”`;
      }
      case 'quote.answered': {
        const { number, answer } = item.params;
        const name = isolated(item.params.name);
        return answer === 'accepted'
          ? t`${name} accepted quote ${number}`
          : t`${name} refused quote ${number}`;
      }
      case 'message.failed': {
        const to = isolated(item.params.to);
        return t`The message to ${to} could not be delivered`;
      }
      case 'subscription.payment_failed': {
        const { plan } = item.params;
        return t`The payment of your plan ${plan} failed`;
      }
      case 'training.inquiry': {
        const [name, program] = [isolated(item.params.name), isolated(item.params.program)];
        return t`${name} asks about ${program}`;
      }
      case 'training.application': {
        const [name, program] = [isolated(item.params.name), isolated(item.params.program)];
        return t`${name} applied for ${program}`;
      }
      case 'training.alert':
        return item.params.message;
      case 'webhook.disabled': {
        const url = isolated(item.params.url);
        return t`The webhook to ${url} was switched off: too many deliveries failed`;
      }
      default:
        return `${titleOf(item)}: ${isolated(item.params.body)}`;
    }
  };
}
