import { createContact } from '@officina/db/factories';
import { createQuote } from '@officina/db/factories-sales';
import { notifications } from '@officina/db/schema/messaging';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { journeys } from './journeys.ts';
import { button, call, dialog, field, gone, heading, see } from './steps.ts';

const at = journeys();
const bell = (page: Page, waiting: number) =>
  button(page, waiting > 0 ? `Notifications, ${waiting} unread` : 'Notifications');

it('counts what waits and opens what each notification is about', async () => {
  const { owner, hire, tenant } = await at.firm();
  const { db } = at.office;
  const colleague = await at.as(await hire('manager', { name: 'Nora Petit' }));
  await call(colleague, 'tasks.create', { title: 'Order tyres', assigneeId: owner.id });
  const contact = await createContact(db, tenant.id, { firstName: 'Zoé', lastName: 'Lefèvre' });
  const quote = await createQuote(db, tenant.id, contact.id, { status: 'sent' });
  const tell = (kind: string, params: Record<string, string>, link: string) =>
    db.insert(notifications).values({ tenantId: tenant.id, userId: owner.id, kind, params, link });
  const answer = { number: quote.number, answer: 'accepted', name: 'Zoé Lefèvre' };
  await tell('quote.answered', answer, `/quotes/${quote.id}`);
  await tell('message.failed', { to: 'zoe@example.test' }, `/contacts/${contact.id}`);
  await tell('message.failed', { to: 'invited@example.test' }, '/settings/team');
  await tell('subscription.payment_failed', { plan: 'pro' }, '/settings/plan');

  const page = await at.as(owner);
  await page.goto('/');
  const follow = async (waiting: number, sentence: string | RegExp) => {
    await bell(page, waiting).click();
    await dialog(page, 'Notifications').getByRole('link', { name: sentence }).click();
    await gone(dialog(page, 'Notifications'));
  };
  await follow(5, /Nora Petit gave you the task “Order tyres”/);
  await expect.poll(() => field(dialog(page, 'Task'), 'What is to be done').inputValue()).toBe('Order tyres');
  await page.keyboard.press('Escape');
  await gone(dialog(page, 'Task'));
  await follow(4, /Zoé Lefèvre accepted quote/);
  await see(heading(page, `Quote ${quote.number}`));
  await follow(3, /The message to zoe@example.test could not be delivered/);
  await see(heading(page, 'Zoé Lefèvre'));
  await follow(2, /The message to invited@example.test/);
  await see(heading(page, 'Team'));
  await follow(1, /The payment of your plan/);
  await see(heading(page, 'Plan and usage'));
  await see(bell(page, 0));
});
