import { useLingui } from '@lingui/react/macro';
import type { ClientMessageStatus, ClientMessageView } from '@officina/contracts/client-messages';
import { useInfiniteQuery } from '@tanstack/react-query';
import { MessageCircle } from 'lucide-react';
import { dateTime } from '../../lib/format.ts';
import { INFINITE } from '../../shell/list/use-list.ts';
import { useOfficeWords } from '../../shell/office/words.ts';
import { trpc } from '../../trpc.ts';
import { StatusBadge, type Tone } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorCard } from '../../ui/error-card.tsx';
import { Panel } from '../../ui/panel.tsx';
import { SkeletonText } from '../../ui/skeleton.tsx';

const AT_ONCE = 30;
const TONE: Record<ClientMessageStatus, Tone> = {
  pending: 'info',
  sent: 'success',
  failed: 'danger',
  skipped: 'neutral',
};

/** What was written to the client, and what became of it. */
export function ClientMessages({ clientRef }: { clientRef: number }) {
  const { t } = useLingui();
  const query = useInfiniteQuery(
    trpc.notifications.forClient.infiniteQueryOptions({ clientRef, limit: AT_ONCE }, INFINITE),
  );
  if (query.error) return <ErrorCard error={query.error} retry={() => query.refetch()} />;
  if (!query.data) return <SkeletonText lines={5} />;
  const items = query.data.pages.flatMap((page) => page.items);
  if (items.length === 0) return <EmptyState icon={<MessageCircle />} title={t`Nothing was sent yet`} />;
  return (
    <Panel>
      <ol className="flex flex-col gap-4">
        {items.map((message) => (
          <Message key={message.id} message={message} />
        ))}
      </ol>
      {query.hasNextPage && (
        <Button size="sm" className="mt-4" onClick={() => void query.fetchNextPage()}>
          {t`Show earlier`}
        </Button>
      )}
    </Panel>
  );
}

function Message({ message }: { message: ClientMessageView }) {
  const { t } = useLingui();
  const { triggers } = useOfficeWords();
  const { status, channel, to, text, error, fallbackOf } = message;
  const statuses: Record<ClientMessageStatus, string> = {
    pending: t`On its way`,
    sent: t`Sent`,
    failed: t`Failed`,
    skipped: t`No address`,
  };
  const channels = { whatsapp: 'WhatsApp', email: t`E-mail`, sms: 'SMS' };
  return (
    <li className="flex flex-col gap-1.5 border-b pb-4 last:border-b-0 last:pb-0">
      <p className="flex flex-wrap items-center gap-2">
        <span className="font-medium">{triggers[message.trigger]}</span>
        <StatusBadge tone={TONE[status]}>{statuses[status]}</StatusBadge>
        <time dateTime={message.createdAt} className="ms-auto text-ink-faint text-xs">
          {dateTime(message.createdAt)}
        </time>
      </p>
      {channel && (
        <p className="text-ink-muted text-sm">
          {channels[channel]} · <bdi>{to}</bdi>
          {fallbackOf && ` · ${t`in place of a message that could not be delivered`}`}
        </p>
      )}
      <p dir="auto" className="whitespace-pre-line rounded-control bg-sunken px-3 py-2 text-sm">
        {text}
      </p>
      {error && <p className="text-danger text-sm">{error}</p>}
    </li>
  );
}
