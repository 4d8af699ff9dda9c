import { startEmbedded } from '../embedded.ts';

// A process of its own that starts the server of a data folder and keeps it: what a test of its death needs.
const [dataDir = ''] = process.argv.slice(2);
try {
  const { reused } = await startEmbedded({ dataDir, log: () => {} });
  console.log(reused ? 'reused' : 'started');
  setInterval(() => {}, 60_000);
} catch (error) {
  console.log((error as Error).message);
  process.exit(1);
}
