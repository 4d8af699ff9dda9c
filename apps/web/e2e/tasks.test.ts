import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { journeys } from './journeys.ts';
import { button, call, choose, dialog, field, see, toast } from './steps.ts';

const at = journeys();

const column = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const card = (page: Page, where: string, title: string) => button(column(page, where), title);

async function board(...titles: string[]) {
  const { owner, tenant } = await at.firm();
  const page = await at.as(owner);
  for (const title of titles) await call(page, 'tasks.create', { title });
  await page.goto('/tasks');
  await see(column(page, 'To do'));
  const status = async (title: string) => {
    const [row] = await at.office.sql`
      select status from tasks where tenant_id = ${tenant.id} and title = ${title} and deleted_at is null`;
    return row?.status as string | undefined;
  };
  return { page, status };
}

it('moves a card by dragging it', async () => {
  const { page, status } = await board('Order tyres', 'Call Paul');
  // What drags comes after the page.
  await see(page.locator('[draggable=true]', { hasText: 'Order tyres' }));
  await card(page, 'To do', 'Order tyres').dragTo(column(page, 'In progress'));
  await see(card(page, 'In progress', 'Order tyres'));
  await expect.poll(() => status('Order tyres')).toBe('in_progress');
  // Above another card.
  await card(page, 'To do', 'Call Paul').dragTo(card(page, 'In progress', 'Order tyres'));
  await expect.poll(() => status('Call Paul')).toBe('in_progress');
  await page.reload();
  await see(card(page, 'In progress', 'Call Paul'));
  const cards = column(page, 'In progress').locator('[data-task]');
  expect(await cards.allTextContents()).toEqual(['Call Paul', 'Order tyres']);
});

it('moves a card with the keyboard and takes it back', async () => {
  const { page, status } = await board('Order tyres');
  await card(page, 'To do', 'Order tyres').focus();
  await page.keyboard.press(']');
  await see(card(page, 'In progress', 'Order tyres'));
  await expect.poll(() => status('Order tyres')).toBe('in_progress');
  // The card keeps the focus, so that the next key moves it on.
  const focused = () => page.evaluate(() => document.activeElement?.textContent);
  await expect.poll(focused).toBe('Order tyres');
  await page.keyboard.press(']');
  await see(card(page, 'Done', 'Order tyres'));
  await expect.poll(() => status('Order tyres')).toBe('done');
  await expect.poll(focused).toBe('Order tyres');
  await page.keyboard.press('[');
  await see(card(page, 'In progress', 'Order tyres'));
  const said = toast(page, '“Order tyres” is now under In progress');
  await button(said, 'Undo').click();
  await expect.poll(() => status('Order tyres')).toBe('done');
});

it('moves a card by its menu', async () => {
  const { page, status } = await board('Order tyres');
  await choose(page, 'Move “Order tyres”', 'Move to Done');
  await see(card(page, 'Done', 'Order tyres'));
  await expect.poll(() => status('Order tyres')).toBe('done');
});

it('writes a task with n, changes it, deletes it and takes that back', async () => {
  const { page, status } = await board();
  await page.keyboard.press('n');
  const form = dialog(page, 'New task');
  await field(form, 'What is to be done').fill('Wash the van');
  await field(form, 'Until').fill('+1');
  await page.keyboard.press('Control+Enter');
  await see(card(page, 'To do', 'Wash the van'));

  await card(page, 'To do', 'Wash the van').click();
  const task = dialog(page, 'Task');
  await field(task, 'Status').selectOption({ label: 'Done' });
  await button(task, 'Save').click();
  await see(card(page, 'Done', 'Wash the van'));

  await card(page, 'Done', 'Wash the van').click();
  await button(task, 'Delete').click();
  await button(toast(page, 'Task deleted'), 'Undo').click();
  await see(card(page, 'Done', 'Wash the van'));
  await expect.poll(() => status('Wash the van')).toBe('done');
});
