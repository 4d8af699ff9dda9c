import { useLingui } from '@lingui/react/macro';
import type { NotificationView } from '@officina/contracts/notifications';
import { useRouter } from '@tanstack/react-router';
import { clsx } from 'clsx';
import { BellOff, Briefcase, CheckSquare, CreditCard, FileText, type LucideIcon, MailX } from 'lucide-react';
import type { MouseEvent } from 'react';
import { ago, dateTime } from '../../lib/format.ts';
import { toastFailure } from '../../lib/toast.ts';
import { api } from '../../trpc.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorCard } from '../../ui/error-card.tsx';
import { SkeletonText } from '../../ui/skeleton.tsx';
import { useSentence } from './sentence.ts';
import { refreshNotifications } from './unread.ts';

/** Notices of the portal have none of their own. */
const ICONS: Partial<Record<NotificationView['kind'], LucideIcon>> = {
  'task.assigned': CheckSquare,
  'quote.answered': FileText,
  'message.failed': MailX,
  'subscription.payment_failed': CreditCard,
};

interface NotificationListProps {
  items: NotificationView[] | undefined;
  query: { error: unknown; refetch: () => unknown };
  /** What will be told here, while nothing was. */
  hint?: string;
  /** A notification was followed. */
  onLeave?: () => void;
}

/** Notifications, newest first; each opens its record and is read from then on. */
export function NotificationList({ items, query, hint, onLeave }: NotificationListProps) {
  const { t } = useLingui();
  if (!items) {
    if (query.error) return <ErrorCard error={query.error} retry={() => query.refetch()} />;
    return (
      <div className="p-4">
        <SkeletonText lines={5} />
      </div>
    );
  }
  if (items.length === 0) {
    return (
      <EmptyState icon={<BellOff />} title={t`Nothing new`}>
        {hint ?? t`Tasks given to you and answers to your quotes appear here.`}
      </EmptyState>
    );
  }
  return (
    <ul>
      {items.map((item) => (
        <Item key={item.id} item={item} onLeave={onLeave} />
      ))}
    </ul>
  );
}

function Item({ item, onLeave }: { item: NotificationView; onLeave: (() => void) | undefined }) {
  const { t } = useLingui();
  const { history } = useRouter();
  const sentence = useSentence();
  const { id, kind, link, readAt, createdAt } = item;
  const Icon = ICONS[kind] ?? Briefcase;
  const read = () => {
    if (!readAt)
      void api.notifications.markRead.mutate({ ids: [id] }).then(refreshNotifications, toastFailure);
  };
  const follow = (event: MouseEvent) => {
    read();
    // A new tab or window is the browser's own affair.
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    onLeave?.();
    history.push(link);
  };
  const body = (
    <>
      <span
        aria-hidden
        className={clsx(
          'mt-0.5 grid size-7 shrink-0 place-items-center rounded-full [&>svg]:size-4',
          readAt ? 'bg-sunken text-ink-faint' : 'bg-accent-soft text-accent-ink',
        )}
      >
        <Icon />
      </span>
      <span className="min-w-0 flex-1">
        <span className={clsx('block [overflow-wrap:anywhere]', readAt ? 'text-ink-muted' : 'font-medium')}>
          {sentence(item)}
        </span>
        <time dateTime={createdAt} title={dateTime(createdAt)} className="text-ink-faint text-xs">
          {ago(createdAt)}
        </time>
      </span>
      {!readAt && (
        <span role="img" aria-label={t`Unread`} className="mt-2 size-2 shrink-0 rounded-full bg-accent" />
      )}
    </>
  );
  const look = 'flex w-full gap-3 px-4 py-2.5 text-start text-sm -outline-offset-2 hover:bg-hover';
  return (
    <li className="border-b last:border-b-0">
      {link ? (
        <a href={link} onClick={follow} className={look}>
          {body}
        </a>
      ) : (
        <button type="button" onClick={read} className={look}>
          {body}
        </button>
      )}
    </li>
  );
}
