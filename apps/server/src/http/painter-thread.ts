import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import type { Paint, PaintRequest } from '@officina/contracts/paint';
import type { Painted } from './painter.ts';

const loaded = import(pathToFileURL(workerData).href) as Promise<{ paint: Paint }>;

async function answer({ nth, request }: { nth: number; request: PaintRequest }): Promise<Painted> {
  const { paint } = await loaded;
  // What cannot be drawn here, the browser draws, and says why.
  return { nth, html: await paint(request).catch(() => null) };
}

// One page after the other: what the app knows of whoever is signed in is kept by its modules.
let before: Promise<unknown> = loaded;
parentPort?.on('message', (asked) => {
  before = before.then(async () => parentPort?.postMessage(await answer(asked)));
});
