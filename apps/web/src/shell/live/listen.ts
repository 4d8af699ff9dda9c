import type { LiveBatch } from '@officina/contracts/live';
import type { AppRouter } from '@officina/server/app-router';
import { createTRPCClient, httpSubscriptionLink } from '@trpc/client';
import { failureOf } from '../../lib/errors.ts';
import { isOnline, subscribeConnection } from './connection.ts';

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 60_000;
/** How far back the server looks for a window that hears for the first time. */
const MOST_AGE_MS = 300_000;

const client = createTRPCClient<AppRouter>({ links: [httpSubscriptionLink({ url: '/trpc' })] });

/**
 * Hears what colleagues change, as long as somebody looks: a hidden window lets go of its connection, of which a browser
 * has few, and goes on later where it stopped. Answers how to end it.
 */
export function listen(onBatch: (batch: LiveBatch) => void): () => void {
  let last: string | null = null;
  let pause = FIRST_PAUSE_MS;
  let timer = 0;
  let stream: { unsubscribe(): void } | null = null;
  let over = false;

  const wanted = () => !over && !document.hidden && isOnline();

  function begin(): { lastEventId?: string; age?: number } {
    if (last !== null) return { lastEventId: last };
    const age = Math.round(performance.now());
    if (age > MOST_AGE_MS) onBatch({ changes: [], missed: true });
    return { age: Math.min(age, MOST_AGE_MS) };
  }

  function open() {
    window.clearTimeout(timer);
    if (stream || !wanted()) return;
    stream = client.journal.watch.subscribe(begin(), {
      onData({ id, data }) {
        last = id;
        pause = FIRST_PAUSE_MS;
        onBatch(data);
      },
      onComplete: again,
      onError(error) {
        // The session is over; the next question will send to sign-in.
        if (failureOf(error).code === 'UNAUTHORIZED') over = true;
        again();
      },
    });
  }

  function close() {
    window.clearTimeout(timer);
    const open = stream;
    stream = null;
    open?.unsubscribe();
  }

  /** The server ends every stream now and then; all windows of a firm should not come back in the same moment. */
  function again() {
    if (!stream) return;
    close();
    timer = window.setTimeout(open, pause * (0.5 + Math.random()));
    pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
  }

  const follow = () => (wanted() ? open() : close());
  document.addEventListener('visibilitychange', follow);
  const unsubscribe = subscribeConnection(follow);
  open();
  return () => {
    over = true;
    document.removeEventListener('visibilitychange', follow);
    unsubscribe();
    close();
  };
}
