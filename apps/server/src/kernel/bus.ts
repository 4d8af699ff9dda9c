import type { Logger } from 'pino';
import type { Sql } from 'postgres';
import { CHANNEL } from './unit-of-work.ts';

/** What processes tell each other through LISTEN/NOTIFY: topics such as `user:<id>`. */
export interface Bus {
  stop(): Promise<void>;
}

/**
 * Calls `onTopic` for every topic that a committed change announced, in whichever process. After a lost connection
 * `onReconnect` is called: topics may have been missed, so caches must be dropped whole.
 */
export async function listen(
  sql: Sql,
  log: Logger,
  onTopic: (topic: string) => void,
  onReconnect: () => void,
): Promise<Bus> {
  let connected = false;
  const { unlisten } = await sql.listen(CHANNEL, onTopic, () => {
    if (connected) {
      log.info('listening again after a lost connection');
      onReconnect();
    }
    connected = true;
  });
  return { stop: unlisten };
}
