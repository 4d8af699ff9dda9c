import { runningEmbeddedUrl, startEmbedded } from '@officina/db/embedded';
import type { Config } from '../config.ts';

/** The database of this installation: the configured one, the one that runs already, or our own for the moment. */
export async function openDatabase(config: Config): Promise<{ url: string; close(): Promise<void> }> {
  const url = config.databaseUrl ?? (await runningEmbeddedUrl(config.dataDir));
  if (url) return { url, close: async () => {} };
  const embedded = await startEmbedded({ dataDir: config.dataDir, log: (line) => console.error(line) });
  return { url: embedded.url, close: () => embedded.stop() };
}
