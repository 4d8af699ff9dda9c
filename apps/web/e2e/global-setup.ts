import { chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { chromiumForTests } from './chromium.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the one browser of the run listens; each test opens windows of its own in it. */
    browser: string;
  }
}

/** Runs once before the browser tests, and only when there are any to run: unpacks Chromium and starts it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const browser = await chromium.launchServer({ ...(await chromiumForTests()), args: ['--no-sandbox'] });
  project.provide('browser', browser.wsEndpoint());
  return () => browser.close();
}
