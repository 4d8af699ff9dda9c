import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOnly, RunOptions } from 'axe-core';
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { PASSWORD } from './journeys.ts';

/** Waits until something is in sight; exactly one thing may fit. */
export const see = (thing: Locator): Promise<void> => thing.waitFor();

export const gone = (thing: Locator): Promise<void> => thing.waitFor({ state: 'hidden' });

/** Waits until the keyboard types into it. */
export const focused = (thing: Locator): Promise<void> =>
  thing.and(thing.page().locator(':focus')).waitFor({ state: 'attached' });

/** Waits until the keyboard is in the form of a window, which takes the focus somewhat later than it is seen. */
export const entered = (window: Locator): Promise<void> =>
  window.locator('form :focus').waitFor({ state: 'attached' });

/** Presses two keys in a row, as near to each other as the app wants them. */
export async function chord(page: Page, first: string, second: string): Promise<void> {
  await Promise.all([page.keyboard.press(first), page.keyboard.press(second)]);
}

/** Opens the palette and types into it. */
export async function search(page: Page, text: string): Promise<void> {
  await page.keyboard.press('Control+K');
  await focused(page.getByRole('dialog', { name: 'Search and commands' }).getByRole('combobox'));
  await page.keyboard.type(text);
}

export const heading = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('heading', { name, level: 1 });

export const button = (page: Page | Locator, name: string | RegExp): Locator =>
  page.getByRole('button', { name, exact: typeof name === 'string' });

/** A field by its label, whether or not a star marks it as required. */
export const field = (page: Page | Locator, label: string): Locator =>
  page.getByLabel(new RegExp(`^${label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}( \\*)?$`));

/** The window over the page, by its title. */
export const dialog = (page: Page, name: string | RegExp): Locator => page.getByRole('dialog', { name });

/** The newest of what the app has said at the foot of the screen. */
export const toast = (page: Page, text: string | RegExp): Locator =>
  page.locator('[data-sonner-toast][data-front=true]').filter({ hasText: text });

export async function signIn(page: Page, email: string, password = PASSWORD): Promise<void> {
  await field(page, 'E-mail').fill(email);
  await field(page, 'Password').fill(password);
  await button(page, 'Sign in').click();
}

/** Gives the window a device that makes passkeys and asks nobody for a finger. */
export async function ownPasskeys(page: Page): Promise<void> {
  const devices = await page.context().newCDPSession(page);
  await devices.send('WebAuthn.enable');
  await devices.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

/** Goes to a part of the office by the rail; `arrival` is the title of what it leads to. */
export async function go(page: Page, name: string, arrival = name): Promise<void> {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name, exact: true }).click();
  await see(heading(page, arrival));
}

/** Chooses from a menu that a button opens. */
export async function choose(page: Page, menu: string | RegExp, entry: string): Promise<void> {
  await button(page, menu).click();
  await page.getByRole('menuitem', { name: entry, exact: true }).click();
}

/** Types into a picker of records and takes the one that fits. */
export async function pick(field: Locator, text: string, option: string | RegExp): Promise<void> {
  await field.click();
  await field.fill(text);
  await field.page().getByRole('option', { name: option }).click();
}

/** The record that the page shows, by its address. */
export const idOf = (page: Page): string => new URL(page.url()).pathname.split('/').at(-1) ?? '';

/** What the REST door says to the person of this window. */
export async function rest(page: Page, path: string) {
  const answer = await page.request.get(`/api${path}`, { headers: { accept: 'application/json' } });
  return { status: answer.status(), body: await answer.json() };
}

/** Does something as the person of this window without its screen; answers what the operation answers. */
export async function call(page: Page, procedure: string, input: object) {
  const answer = await page.request.post(`/trpc/${procedure}`, { data: input });
  const body = await answer.json();
  expect(answer.status(), JSON.stringify(body)).toBe(200);
  return body.result.data;
}

/** Saves what a press downloads; answers its name and bytes. */
export async function download(page: Page, press: () => Promise<unknown>) {
  const [file] = await Promise.all([page.waitForEvent('download'), press()]);
  const chunks: Buffer[] = [];
  for await (const chunk of await file.createReadStream()) chunks.push(chunk as Buffer);
  return { name: file.suggestedFilename(), bytes: Buffer.concat(chunks) };
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Nothing on the page offends the accessibility rules that a machine can check; `colours` asks for contrast alone. */
export async function accessible(page: Page, colours = false): Promise<void> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
  const runOnly: RunOnly = colours
    ? { type: 'rule', values: ['color-contrast'] }
    : { type: 'tag', values: RULES };
  const found = await page.evaluate(
    async (options) => {
      const { axe } = window as unknown as { axe: { run(options: RunOptions): Promise<AxeResults> } };
      // Colours on their way to others are none to judge; what inherits them sets out when they have arrived.
      const changing = () => document.getAnimations().filter((each) => each instanceof CSSTransition);
      for (let some = changing(); some.length > 0; some = changing())
        await Promise.allSettled(some.map(({ finished }) => finished));
      const { violations } = await axe.run(options);
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
    },
    { runOnly, resultTypes: ['violations'] } satisfies RunOptions,
  );
  expect(found, `accessibility of ${page.url()}`).toEqual([]);
}

/** The page fits the width of the window, once it has taken that width. */
export async function fits(page: Page): Promise<void> {
  const beyond = () =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  await expect.poll(beyond, { message: `width of ${page.url()}` }).toBeLessThanOrEqual(0);
}
