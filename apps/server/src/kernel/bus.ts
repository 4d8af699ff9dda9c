import type { Logger } from 'pino';
import type { Sql } from 'postgres';

/** What processes tell each other through LISTEN/NOTIFY: topics such as `user:<id>`. */
export interface Bus {
  stop(): Promise<void>;
}

/**
 * Calls `onTopic` for every topic that was announced on `channel`, in whichever process. After a lost connection
 * `onReconnect` is called: topics may have been missed, so caches must be dropped whole.
 */
export async function listen(
  sql: Sql,
  log: Logger,
  channel: string,
  onTopic: (topic: string) => void,
  onReconnect: () => void,
): Promise<Bus> {
  let connected = false;
  const { unlisten } = await sql.listen(channel, onTopic, () => {
    if (connected) {
      log.info('listening again after a lost connection');
      onReconnect();
    }
    connected = true;
  });
  // A connection that is gone listens no more.
  return { stop: () => unlisten().catch(() => {}) };
}
