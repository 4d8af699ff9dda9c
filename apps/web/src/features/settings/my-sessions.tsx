import { useLingui } from '@lingui/react/macro';
import type { OwnSessionView } from '@officina/contracts/identity';
import { useQuery } from '@tanstack/react-query';
import { Monitor, Smartphone } from 'lucide-react';
import { ago, dateTime } from '../../lib/format.ts';
import { useAct } from '../../lib/use-act.ts';
import { api, queryClient, trpc } from '../../trpc.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { ErrorCard } from '../../ui/error-card.tsx';
import { Panel } from '../../ui/panel.tsx';
import { SkeletonText } from '../../ui/skeleton.tsx';
import { deviceName, isPhone } from './user-agent.ts';

const refresh = () => queryClient.invalidateQueries({ queryKey: trpc.identity.sessions.queryKey() });

/** Where the user is signed in, and how to end it. */
export function MySessions() {
  const { t } = useLingui();
  const { act, pending } = useAct();
  const query = useQuery(trpc.identity.sessions.queryOptions({}));
  const sessions = query.data?.items;
  const endOthers = () =>
    act({
      run: () => api.identity.revokeOtherSessions.mutate({}),
      done: t`Signed out everywhere else`,
      settled: refresh,
    });
  return (
    <Panel
      title={t`Where you are signed in`}
      flush
      action={
        sessions &&
        sessions.length > 1 && (
          <Button size="sm" busy={pending} onClick={() => void endOthers()}>
            {t`Sign out everywhere else`}
          </Button>
        )
      }
    >
      {sessions ? (
        <ul className="max-h-96 overflow-y-auto">
          {sessions.map((session) => (
            <Session key={session.id} session={session} />
          ))}
        </ul>
      ) : query.error ? (
        <ErrorCard error={query.error} retry={() => query.refetch()} />
      ) : (
        <div className="px-4 pb-4">
          <SkeletonText lines={2} />
        </div>
      )}
    </Panel>
  );
}

function Session({ session }: { session: OwnSessionView }) {
  const { t } = useLingui();
  const { act, pending } = useAct();
  const { id, userAgent, ip, tenantName, createdAt, current } = session;
  const device = deviceName(userAgent) ?? t`Unknown device`;
  const Icon = isPhone(userAgent) ? Smartphone : Monitor;
  const end = () =>
    act({
      run: () => api.identity.revokeSession.mutate({ id }),
      done: t`${device} is signed out`,
      settled: refresh,
    });
  return (
    <li className="flex items-center gap-3 border-b px-4 py-2.5 last:border-b-0">
      <Icon aria-hidden className="size-5 shrink-0 text-ink-faint" />
      <div className="min-w-0 flex-1">
        <p className="flex items-center gap-2">
          <span className="truncate font-medium">{device}</span>
          {current && <Badge tone="success">{t`This device`}</Badge>}
        </p>
        <p className="truncate text-ink-muted text-sm">
          {[tenantName, ip].filter(Boolean).join(' · ')}
          {' · '}
          <time dateTime={createdAt} title={dateTime(createdAt)}>
            {t`signed in ${ago(createdAt)}`}
          </time>
        </p>
      </div>
      {!current && (
        <Button size="sm" busy={pending} aria-label={`${t`Sign out`} · ${device}`} onClick={() => void end()}>
          {t`Sign out`}
        </Button>
      )}
    </li>
  );
}
