import type { ReminderCounts } from '@officina/contracts/reminders';
import type { Ctx } from '../../../kernel/context.ts';
import { inTransaction } from '../../../kernel/operation.ts';
import { queueClientMessages } from '../../messaging/queue-client-message.ts';
import { countOpenBinders, type DueReminder, dueReminders, type ReminderTrigger } from './due-reminders.ts';

/** Messages of one transaction: few enough to keep nobody waiting for it. */
const BATCH = 500;

const COUNTED: Record<ReminderTrigger, 'approaching' | 'overdue' | 'ready'> = {
  binder_approaching_sla: 'approaching',
  binder_overdue: 'overdue',
  binder_ready_for_pickup: 'ready',
};

const isReminder = (trigger: string): trigger is ReminderTrigger => trigger in COUNTED;

/** Writes a batch in one transaction; if it fails, each of its messages in its own, so that one holds up no other. */
async function send(ctx: Ctx, counts: ReminderCounts, due: readonly DueReminder[]): Promise<void> {
  try {
    const made = await inTransaction(ctx, { conflicts: {}, input: {} }, (unit) =>
      queueClientMessages(unit, due),
    );
    for (const { status, trigger } of made) {
      if (status === 'skipped') counts.skippedNoContact += 1;
      else if (isReminder(trigger)) counts[COUNTED[trigger]] += 1;
    }
  } catch (error) {
    if (due.length > 1) {
      for (const one of due) await send(ctx, counts, [one]);
      return;
    }
    counts.errors += 1;
    ctx.services.log.error({ err: error, binder: due[0]?.binder.id }, 'a client could not be reminded');
  }
}

/** Tells the clients of the tenant's open binders what they have not been told yet. To be called `whileAlone`. */
export async function remindClients(ctx: Ctx): Promise<ReminderCounts> {
  const bindersScanned = await countOpenBinders(ctx);
  const counts = { bindersScanned, approaching: 0, overdue: 0, ready: 0, skippedNoContact: 0, errors: 0 };
  for await (const due of dueReminders(ctx, BATCH)) await send(ctx, counts, due);
  return counts;
}
