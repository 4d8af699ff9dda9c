import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { GuestView } from '@officina/contracts/guest-access';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { LinkIcon } from 'lucide-react';
import { useEffect, useState } from 'react';
import { failureOf } from '../../lib/errors.ts';
import { dateTime } from '../../lib/format.ts';
import { useWaiting } from '../../lib/use-waiting.ts';
import { trpc } from '../../trpc.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorCard } from '../../ui/error-card.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Facts, Panel } from '../../ui/panel.tsx';
import { SkeletonText } from '../../ui/skeleton.tsx';
import { GuestFrame } from './guest-frame.tsx';
import { useGuestWords } from './guest-words.ts';

const route = getRouteApi('/guest/$id');
const POLL_MS = 2000;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** What a guest's link opens: the time that is left, or the way to buy it again. */
export function AccessPage() {
  const { t } = useLingui();
  return (
    <GuestFrame title={t`Your access`}>
      <Access />
    </GuestFrame>
  );
}

function Access() {
  const { t } = useLingui();
  const { id: sessionId } = route.useParams();
  const { returned } = route.useSearch();
  const waiting = useWaiting(returned === 1);
  const query = useQuery({
    ...trpc.guest.get.queryOptions({ sessionId }),
    retry: false,
    refetchInterval: ({ state: { data } }) => (waiting && data?.status === 'pending' ? POLL_MS : false),
  });
  if (query.error && failureOf(query.error).code === 'NOT_FOUND')
    return (
      <EmptyState icon={<LinkIcon />} title={t`This link leads nowhere`} actions={<BuyAgain />}>
        {t`Open the link of your mail whole and unchanged.`}
      </EmptyState>
    );
  if (query.error) return <ErrorCard error={query.error} retry={() => query.refetch()} />;
  if (!query.data) return <SkeletonText lines={4} />;
  return <State access={query.data} waiting={waiting} refresh={() => void query.refetch()} />;
}

function BuyAgain() {
  const { t } = useLingui();
  return (
    <LinkButton to="/guest" variant="primary">
      {t`Buy access`}
    </LinkButton>
  );
}

interface StateProps {
  access: GuestView;
  waiting: boolean;
  refresh: () => void;
}

function State({ access, waiting, refresh }: StateProps) {
  const { t } = useLingui();
  const { features, durations } = useGuestWords();
  const { feature, duration, status, expiresAt } = access;
  return (
    <>
      <div aria-live="polite">
        {status === 'pending' && waiting && (
          <Notice tone="info">{t`We are waiting for the payment to be confirmed. This page looks again by itself.`}</Notice>
        )}
        {status === 'pending' && !waiting && (
          <Notice tone="warning">{t`It has not been paid. Access begins with the payment.`}</Notice>
        )}
        {status === 'active' && expiresAt && <TimeLeft until={expiresAt} onOver={refresh} />}
        {status === 'over' && <Notice tone="neutral">{t`The time is over.`}</Notice>}
      </div>
      <Panel>
        <Facts
          items={[
            { label: t`What`, value: features[feature].name },
            { label: t`For`, value: durations[duration] },
            { label: t`Open until`, value: expiresAt && dateTime(expiresAt) },
          ]}
        />
      </Panel>
      {(status === 'over' || (status === 'pending' && !waiting)) && (
        <div>
          <BuyAgain />
        </div>
      )}
    </>
  );
}

/** Counts down by the minute. */
function TimeLeft({ until, onOver }: { until: string; onOver: () => void }) {
  const { t } = useLingui();
  const [now, setNow] = useState(() => Date.now());
  const left = Date.parse(until) - now;
  const over = left <= 0;
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), MINUTE);
    return () => clearInterval(timer);
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: told once, when the time is over.
  useEffect(() => {
    if (over) onOver();
  }, [over]);
  const [days, hours] = [Math.ceil(left / DAY), Math.ceil(left / HOUR)];
  const minutes = Math.max(1, Math.ceil(left / MINUTE));
  const time =
    days >= 2
      ? plural(days, { one: '# day', other: '# days' })
      : hours >= 2
        ? plural(hours, { one: '# hour', other: '# hours' })
        : plural(minutes, { one: '# minute', other: '# minutes' });
  return (
    <Notice tone="success">
      {over ? t`The time is over.` : t`Your access is open for another ${time}.`}
    </Notice>
  );
}
