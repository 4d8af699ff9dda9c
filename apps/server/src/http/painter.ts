import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { PAINT_FILE, type Paint, type PaintRequest } from '@officina/contracts/paint';
import type { Logger } from 'pino';

/** Whether a browser says that its window is narrow; the page finds out for itself (public/start.js). */
export function isPhone(headers: Headers): boolean {
  const hint = headers.get('sec-ch-ua-mobile');
  return hint ? hint === '?1' : /\bMobi/.test(headers.get('user-agent') ?? '');
}

/** A page waits no longer for its picture; without one it is drawn in the browser alone. */
const PATIENCE_MS = 150;
/** Pictures under way at once, also those that nobody waits for any more. A busy server has better things to do. */
const MOST = 8;

/** An answer of the thread. */
export interface Painted {
  nth: number;
  html: string | null;
}

/**
 * Draws the first pictures of pages with the web app's own components, in a thread of its own: the modules of the app keep
 * what they know of whoever is signed in, and a page that draws long must not hold up requests. Started by the first page.
 */
export function makePainter(root: string, log: Logger): Paint {
  const file = join(root, PAINT_FILE);
  if (!existsSync(file)) return async () => null;
  const underWay = new Map<number, (html: string | null) => void>();
  let thread: Worker | null = null;
  let last = 0;

  const settle = ({ nth, html }: Painted) => {
    underWay.get(nth)?.(html);
    underWay.delete(nth);
  };
  const start = () => {
    const worker = new Worker(new URL('./painter-thread.ts', import.meta.url), {
      workerData: file,
      env: { NODE_ENV: 'production' },
      resourceLimits: { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 8 },
    });
    worker.unref();
    worker.on('message', settle);
    worker.on('error', (error) => log.error(error, 'the painter of first pages ended'));
    worker.on('exit', () => {
      thread = null;
      for (const nth of underWay.keys()) settle({ nth, html: null });
    });
    return worker;
  };
  return (request: PaintRequest) => {
    if (underWay.size >= MOST) return Promise.resolve(null);
    thread ??= start();
    const nth = ++last;
    const { promise, resolve } = Promise.withResolvers<string | null>();
    underWay.set(nth, resolve);
    thread.postMessage({ nth, request });
    const timer = setTimeout(resolve, PATIENCE_MS, null);
    return promise.finally(() => clearTimeout(timer));
  };
}
