import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';

export interface Profile {
  /** How many times slower than this machine the processor is. */
  cpu: number;
  /** Bits per second. */
  down: number;
  /** Milliseconds that a round trip takes more. */
  latency: number;
}

export const DESKTOP: Profile = { cpu: 1, down: 10_000_000, latency: 40 };
export const PHONE: Profile = { cpu: 4, down: 1_600_000, latency: 150 };
/** For answers to input: the work in the browser counts, not the way to the server. */
export const SLOW_PROCESSOR: Profile = { cpu: 4, down: 100_000_000, latency: 0 };

interface Kept {
  lcp: number;
  shift: number;
  rows: number;
  inputs: { id: number; ms: number }[];
}

const observe = readFileSync(join(import.meta.dirname, 'observe.js'), 'utf8');

/** A window with an empty cache, signed in, on a machine and a line as `profile` says. */
export async function openWindow(
  browser: Browser,
  origin: string,
  token: string,
  profile: Profile,
): Promise<Page> {
  const context = await browser.newContext({ baseURL: origin, viewport: { width: 1440, height: 900 } });
  await context.addCookies([{ name: 'officina_session', value: token, url: origin }]);
  await context.addInitScript(observe);
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: profile.cpu });
  await devtools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: profile.latency,
    downloadThroughput: profile.down / 8,
    uploadThroughput: profile.down / 8,
  });
  return page;
}

const kept = (page: Page): Promise<Kept> =>
  page.evaluate(() => (globalThis as unknown as { bench: Kept }).bench);

/** Loads an address with an empty cache; milliseconds since the start of the navigation. */
export async function load(page: Page, path: string, list: boolean) {
  await page.goto(path, { waitUntil: 'networkidle' }).catch(() => undefined);
  if (list) await page.waitForFunction(() => (globalThis as unknown as { bench: Kept }).bench.rows > 0);
  const { lcp, rows, shift } = await kept(page);
  return { lcp, rows, shift };
}

/** Milliseconds from the event to the paint that follows, in steps of 8 as the browser tells them. */
export async function answer(page: Page, act: () => Promise<unknown>): Promise<number> {
  await page.evaluate(() => {
    (globalThis as unknown as { bench: Kept }).bench.inputs = [];
  });
  await act();
  // Two frames later the browser has told how long the last one took; what took less than 16 ms it does not tell.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 150))));
  const { inputs } = await kept(page);
  return Math.max(16, ...inputs.map(({ ms }) => ms));
}
