import type { TaskPriority, TaskStatus } from '@officina/contracts/tasks';
import { logManualActivity } from '../activities/log-manual-activity.ts';
import { createTask } from '../tasks/create-task.ts';
import { CALLS, TASK_TITLES } from './garage-catalogue.ts';
import type { Customer } from './garage-customers.ts';
import type { Random } from './random.ts';
import type { Story, Teller } from './story.ts';

const STATUSES: TaskStatus[] = ['todo', 'todo', 'in_progress', 'done', 'todo', 'in_progress', 'done'];
const PRIORITIES: TaskPriority[] = ['medium', 'high', 'low', 'urgent', 'medium'];

/** Calls and notes on customers' timelines, and a board with work in every column. */
export function tellWork(
  story: Story,
  random: Random,
  customers: readonly Customer[],
  team: readonly Teller[],
  now: Temporal.Instant,
): void {
  for (let i = 0; i < 60; i++) {
    const customer = random.pick(customers);
    const type = random.pick(['CALL_MADE', 'CALL_RECEIVED', 'NOTE_ADDED', 'MEETING'] as const);
    const metadata =
      type === 'MEETING'
        ? { duration: 30, location: 'Garage' }
        : type === 'NOTE_ADDED'
          ? {}
          : { duration: random.int(60, 600) };
    const description = random.pick(CALLS);
    story.at(random.int(0, Math.max(1, customer.since - 1)), random.int(8, 17), random.pick(team), (ctx) =>
      logManualActivity(ctx, { type, description, contactId: customer.contactId, metadata }),
    );
  }
  for (let i = 0; i < 24; i++) {
    const customer = random.chance(0.8) ? random.pick(customers) : null;
    const assignee = random.chance(0.85) ? random.pick(team) : null;
    const due = random.chance(0.8) ? now.add({ hours: 24 * random.int(-4, 9) }).toString() : null;
    const task = {
      title: TASK_TITLES[i % TASK_TITLES.length] as string,
      description: random.chance(0.4) ? 'Voir avec le client avant de commander.' : null,
      status: STATUSES[i % STATUSES.length],
      priority: PRIORITIES[i % PRIORITIES.length],
      assigneeId: assignee?.id ?? null,
      dueAt: due,
    };
    story.at(random.int(0, 14), random.int(8, 17), random.pick(team), (ctx) =>
      createTask(ctx, { ...task, contactId: customer?.contactId ?? null }),
    );
  }
}
