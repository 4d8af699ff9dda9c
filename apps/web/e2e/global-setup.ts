import type { TestProject } from 'vitest/node';
import { type Browser, chromiumForTests } from './chromium.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Read it in a test with `inject('browser')`. */
    browser: Browser;
  }
}

/** Runs once before the browser tests, and only when there are any to run. */
export default async function setup(project: TestProject): Promise<void> {
  project.provide('browser', await chromiumForTests());
}
