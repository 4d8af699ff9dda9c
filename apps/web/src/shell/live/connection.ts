import { onlineManager } from '@tanstack/react-query';
import { watchRequests } from '../../lib/requests.ts';
import { queryClient } from '../../trpc.ts';
import { noteOwnRequest } from './own-requests.ts';

export interface Connection {
  state: 'online' | 'offline' | 'trying' | 'back';
  /** When the next attempt is made, in milliseconds of `Date.now()`. */
  retryAt: number | null;
}

const FIRST_PAUSE_MS = 2000;
const LONGEST_PAUSE_MS = 30_000;
const BACK_SHOWN_MS = 3000;
const UNREACHABLE = new Set([502, 503, 504]);

let connection: Connection = { state: 'online', retryAt: null };
let pause = FIRST_PAUSE_MS;
let timer = 0;
const listeners = new Set<() => void>();

function set(state: Connection['state'], retryAt: number | null = null) {
  connection = { state, retryAt };
  for (const listener of listeners) listener();
}

export const readConnection = (): Connection => connection;

export function subscribeConnection(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const isOnline = (): boolean => connection.state === 'online' || connection.state === 'back';

function lost() {
  if (!isOnline()) return;
  pause = FIRST_PAUSE_MS;
  // What is asked from now on waits instead of failing.
  onlineManager.setOnline(false);
  tryLater();
}

function tryLater() {
  window.clearTimeout(timer);
  timer = window.setTimeout(tryNow, pause);
  set('offline', Date.now() + pause);
  pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
}

/** Looks whether the server answers again. */
export async function tryNow(): Promise<void> {
  if (connection.state !== 'offline') return;
  window.clearTimeout(timer);
  set('trying');
  const reached = await fetch('/health', { cache: 'no-store', signal: AbortSignal.timeout(5000) }).then(
    (response) => response.ok,
    () => false,
  );
  if (isOnline()) return;
  if (reached) back();
  else tryLater();
}

/** Everything on the screen may have changed meanwhile. */
function back() {
  window.clearTimeout(timer);
  set('back');
  timer = window.setTimeout(set, BACK_SHOWN_MS, 'online');
  onlineManager.setOnline(true);
  void queryClient.invalidateQueries();
}

/** Starts watching; what the browser believes counts less than whether the server answers. */
export function watchConnection(): () => void {
  onlineManager.setEventListener(() => undefined);
  watchRequests({
    answered(response, asked) {
      if (UNREACHABLE.has(response.status)) lost();
      else if (!isOnline()) back();
      // What may have changed something.
      if (asked?.method === 'POST') noteOwnRequest(response.headers.get('x-request-id'));
    },
    lost(asked) {
      if (!asked?.signal?.aborted) lost();
    },
  });
  const look = () => void tryNow();
  const lookWhenSeen = () => {
    if (!document.hidden) look();
  };
  window.addEventListener('offline', lost);
  window.addEventListener('online', look);
  document.addEventListener('visibilitychange', lookWhenSeen);
  if (!navigator.onLine) lost();
  return () => {
    window.removeEventListener('offline', lost);
    window.removeEventListener('online', look);
    document.removeEventListener('visibilitychange', lookWhenSeen);
  };
}
