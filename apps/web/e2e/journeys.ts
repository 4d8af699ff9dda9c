import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Role } from '@officina/contracts/roles';
import { createMember, createTenant } from '@officina/db/factories';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest';
import { type Office, openOffice } from '../../server/src/testing/office.ts';

export const PASSWORD = 'SecurePassword123!';
/** How long anything may take to be seen; generous, since only failures wait this long. */
const PATIENCE = 60_000;
/** For how many milliseconds the app shows what goes by itself: toasts, marks of changes, that the server is back. */
const MOMENTS = [3000, 3500, 4000, 7000, 8000];

export type Person = Awaited<ReturnType<typeof createMember>> & { tenantId: string };

export interface Firm {
  tenant: Awaited<ReturnType<typeof createTenant>>;
  owner: Person;
  /** A colleague with a role of their own; a client of an organisation. */
  hire(role: Role, facts?: Parameters<typeof createMember>[3], orgId?: string): Promise<Person>;
}

interface Window {
  width?: number;
  height?: number;
  theme?: 'light' | 'dark';
  /** Whether fingers point; narrow windows are of phones. */
  touch?: boolean;
  /** Of the browser. People of `firm()` have English in their account, which counts more. */
  language?: string;
}

export interface Journeys {
  readonly office: Office;
  /** A firm of its own for one test; who works in it reads English and signs in with `PASSWORD`. */
  firm(facts?: Parameters<typeof createTenant>[1], locale?: string | null): Promise<Firm>;
  /** A window of somebody who has not signed in. */
  visitor(window?: Window): Promise<Page>;
  /** A window in which the person is signed in already. */
  as(person: Person, window?: Window): Promise<Page>;
}

/** Gives a file its server and its windows. Whatever a page complains about in its console fails the test. */
export function journeys(options: Parameters<typeof openOffice>[0] = {}): Journeys {
  let office: Office;
  let browser: Browser;
  let opened: BrowserContext[] = [];
  let complaints: string[] = [];

  beforeAll(async () => {
    [office, browser] = await Promise.all([openOffice(options), chromium.connect(inject('browser'))]);
  });
  afterAll(async () => {
    await browser?.close();
    await office?.close();
  });
  afterEach(async ({ task }) => {
    const failed = task.result?.state === 'fail';
    const pages = opened.flatMap((context) => context.pages());
    if (failed) for (const [index, page] of pages.entries()) await picture(page, `${task.name}-${index + 1}`);
    await Promise.all(opened.map((context) => context.close()));
    const heard = complaints;
    opened = [];
    complaints = [];
    expect(heard, 'errors in the console').toEqual([]);
  });

  async function open(wanted: Window = {}) {
    const { width = 1440, height = 900, theme = 'light', touch = width < 500, language = 'en-GB' } = wanted;
    const context = await browser.newContext({
      baseURL: office.url,
      viewport: { width, height },
      colorScheme: theme,
      reducedMotion: 'reduce',
      locale: language,
      timezoneId: 'Europe/Paris',
      hasTouch: touch,
    });
    opened.push(context);
    context.setDefaultTimeout(PATIENCE);
    // What is shown for a moment stays: how busy a machine is must not decide whether a test sees it.
    await context.addInitScript((moments) => {
      const later = window.setTimeout;
      const patient = (run: () => void, ms?: number, ...rest: []) =>
        moments.includes(ms ?? 0) ? 0 : later(run, ms, ...rest);
      window.setTimeout = patient as typeof window.setTimeout;
    }, MOMENTS);
    context.on('weberror', (error) => complaints.push(String(error.error())));
    context.on('console', (message) => {
      // What the server refuses is the page's to show; the browser notes it as an error all the same.
      const refused =
        /status of 4\d\d/.test(message.text()) &&
        /\/(trpc|api|stripe-sandbox)\//.test(message.location().url);
      // Only a test that takes the network away has these.
      const cut = /net::ERR_(INTERNET_DISCONNECTED|FAILED)/.test(message.text());
      if (message.type() === 'error' && !refused && !cut) complaints.push(message.text());
    });
    return context;
  }

  return {
    get office() {
      return office;
    },
    async firm(facts, locale = 'en') {
      const { db } = office;
      const tenant = await createTenant(db, facts);
      const hire: Firm['hire'] = async (role, more, orgId) => {
        const passwordHash = await office.hash(PASSWORD);
        const member = await createMember(db, tenant.id, role, { locale, passwordHash, ...more }, orgId);
        return { ...member, tenantId: tenant.id };
      };
      return { tenant, hire, owner: await hire('owner') };
    },
    async visitor(window) {
      return (await open(window)).newPage();
    },
    async as(person, window) {
      const context = await open(window);
      await context.addCookies([
        { ...(await office.sessionOf(person.tenantId, person.id)), url: office.url },
      ]);
      return context.newPage();
    },
  };
}

async function picture(page: Page, name: string): Promise<void> {
  const path = join(tmpdir(), `officina-e2e-${name.replace(/[^\p{L}\d]+/gu, '-')}.png`);
  await page.screenshot({ path }).then(
    () => console.error(`${page.url()} as it looked: ${path}`),
    () => console.error(`${page.url()} could not be pictured`),
  );
}
