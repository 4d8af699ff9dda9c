import { useLingui } from '@lingui/react/macro';
import type { ClockAction } from '@officina/contracts/training';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useSession } from '../../lib/session.ts';
import { useStored } from '../../lib/stored.ts';
import { toastDone, toastFailure } from '../../lib/toast.ts';
import { api, queryClient, trpc } from '../../trpc.ts';
import { flush, lastContext, queue, send } from './clock-queue.ts';
import type { Whereabouts } from './use-position.ts';

const HEARTBEAT_MS = 120_000;

const refresh = () => queryClient.invalidateQueries(trpc.training.pathFilter());

/** The timeclock's facts, with what it showed last where there is no network, and the queue of what was pressed meanwhile. */
export function useTimeclock(where: Whereabouts) {
  const { t } = useLingui();
  const { user } = useSession();
  const query = useQuery({ ...trpc.training.timeclock.queryOptions({}), retry: false });
  const kept = useStored(lastContext);
  const waiting = useStored(queue).filter(({ userId }) => userId === user.id);
  const [busy, setBusy] = useState(false);
  const [siteId, setSiteId] = useState<string | null>(null);
  useEffect(() => {
    if (query.data) lastContext.set(query.data);
  }, [query.data]);
  const context = query.data ?? (kept?.userId === user.id ? kept : undefined);
  const site = context?.allowedSites.find(({ id }) => id === siteId) ?? context?.allowedSites[0];

  useEffect(() => {
    const empty = async () => {
      const sent = await flush(user.id, (_, error) => void toastFailure(error));
      if (sent) void toastDone(t`What was recorded without network has been sent`);
      if (sent) await refresh();
    };
    void empty();
    window.addEventListener('online', empty);
    const timer = setInterval(empty, 30_000);
    return () => {
      window.removeEventListener('online', empty);
      clearInterval(timer);
    };
  }, [user.id, t]);

  const entryId = query.data?.activeShift?.entryId;
  const position = where.state === 'found' ? where.position : null;
  useEffect(() => {
    if (!entryId || !position) return;
    const timer = setTimeout(async () => {
      try {
        const { autoClockedOut } = await api.training.heartbeat.mutate({ entryId, ...position });
        if (autoClockedOut) await refresh();
      } catch {
        // The next one will do.
      }
    }, HEARTBEAT_MS);
    return () => clearTimeout(timer);
  }, [entryId, position]);

  const press = async (action: ClockAction) => {
    if (!context?.apprenticeId || !context.partnerId || !context.programId || !site || !position) return;
    const { apprenticeId, partnerId, programId } = context;
    setBusy(true);
    try {
      // What waits is shown below the button: a toast might have to be fetched, and there may be no network.
      await send({
        ...{ userId: user.id, action, apprenticeId, partnerId, programId, siteId: site.id },
        ...position,
        occurredAt: new Date().toISOString(),
        clientEventId: crypto.randomUUID(),
      });
    } catch (error) {
      void toastFailure(error);
    } finally {
      setBusy(false);
      if (navigator.onLine) await refresh();
    }
  };
  return { query, context, site, setSiteId, waiting, busy, press };
}
