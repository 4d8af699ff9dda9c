import type { TimeclockContext } from '@officina/contracts/timeclock';
import type { ClockAction } from '@officina/contracts/training';
import { failureOf } from '../../lib/errors.ts';
import { stored } from '../../lib/stored.ts';
import { api } from '../../trpc.ts';

export interface ClockPress {
  userId: string;
  action: ClockAction;
  apprenticeId: string;
  partnerId: string;
  programId: string;
  siteId: string;
  lat: number;
  lng: number;
  accuracyM: number;
  /** When it was pressed, by the device's clock. */
  occurredAt: string;
  /** Sent again, the server answers it as the first time. */
  clientEventId: string;
}

/** What was pressed without network, in its order; it survives the page and the device's sleep. */
export const queue = stored<ClockPress[]>('officina.timeclock.queue', []);

/** What the timeclock showed last, for when it is opened without network. */
export const lastContext = stored<TimeclockContext | null>('officina.timeclock.context', null);

/** Sends a press; one that the network swallows waits in the queue. Throws what the server refuses. */
export async function send(press: ClockPress): Promise<void> {
  if (queue.get().length > 0) {
    queue.set([...queue.get(), press]);
    return;
  }
  const { userId: _, occurredAt: __, ...now } = press;
  try {
    await api.training.clock.mutate(now);
  } catch (error) {
    if (failureOf(error).code !== 'OFFLINE') throw error;
    queue.set([...queue.get(), press]);
  }
}

let flushing = false;

/**
 * Sends what waits, the oldest first, with the time and place of each. What the server refuses is told and left behind;
 * without network the rest goes on waiting. Of another person's presses on this device none is sent.
 */
export async function flush(
  userId: string,
  refused: (press: ClockPress, error: unknown) => void,
): Promise<number> {
  if (flushing) return 0;
  flushing = true;
  let sent = 0;
  try {
    for (;;) {
      const press = queue.get().find((one) => one.userId === userId);
      if (!press) return sent;
      const { userId: _, ...replay } = press;
      try {
        await api.training.clock.mutate(replay);
        sent++;
      } catch (error) {
        if (failureOf(error).code === 'OFFLINE') return sent;
        refused(press, error);
      }
      queue.set(queue.get().filter(({ clientEventId }) => clientEventId !== press.clientEventId));
    }
  } finally {
    flushing = false;
  }
}
