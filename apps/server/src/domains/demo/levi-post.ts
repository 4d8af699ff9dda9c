import { internationalPhone } from '@officina/contracts/phone';
import { outboxMessages } from '@officina/db/schema/messaging';
import { and, eq } from 'drizzle-orm';
import type { Ctx } from '../../kernel/context.ts';
import { remindOnSchedule, runReminders } from '../binders/reminders/run-reminders.ts';
import { settleMessage } from '../messaging/settle-message.ts';
import { LANDLINE } from './levi-clients.ts';
import type { LeviOffice } from './levi-office.ts';

/** Days on which the daily reminders are told: more than the oldest binder in the office has been there. */
const REMINDED_DAYS = 125;

const asSystem = (ctx: Ctx, job: string): Ctx => ({ ...ctx, actor: { kind: 'system', job } });

/** Says of every message that waits that it went out at once; on a landline WhatsApp fails, and an e-mail goes instead. */
export async function deliverPost(ctx: Ctx): Promise<void> {
  const postman = asSystem(ctx, 'send-message');
  const landline = internationalPhone(LANDLINE, ctx.tenant.locale);
  for (;;) {
    const waiting = await ctx.db
      .select({ id: outboxMessages.id, to: outboxMessages.to })
      .from(outboxMessages)
      .where(and(eq(outboxMessages.tenantId, ctx.tenant.id), eq(outboxMessages.status, 'queued')));
    if (!waiting.length) return;
    for (const { id, to } of waiting) {
      const refused = to === landline;
      const error = refused ? 'The number is not on WhatsApp' : null;
      await settleMessage(postman, { id, attempt: refused ? 3 : 1, last: refused, error });
    }
  }
}

/** The daily reminders of the last months, and one run that the advisor asked for. */
export function tellReminders({ services, story, timeZone, advisor }: LeviOffice): void {
  const hour = services.config.officeReminderHour;
  const time = `${String(hour).padStart(2, '0')}:00`;
  const local = services.clock.now().toZonedDateTimeISO(timeZone);
  for (let days = REMINDED_DAYS; days >= (local.hour >= hour ? 0 : 1); days--) {
    story.onDay(days, time, timeZone, advisor, async (ctx) => {
      await remindOnSchedule(asSystem(ctx, 'office-reminders'));
      await deliverPost(ctx);
    });
  }
  story.onDay(12, '17:10', timeZone, advisor, async (ctx) => {
    await runReminders(ctx, {});
    await deliverPost(ctx);
  });
}
