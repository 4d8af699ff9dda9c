import { outboxMessages } from '@officina/db/schema/messaging';
import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { toDate } from '../../kernel/clock.ts';
import { write } from '../../kernel/operation.ts';
import { notify } from '../notifications/notify.ts';
import { linkOfFailure } from './link-of-failure.ts';
import { queueFallback } from './queue-fallback.ts';

const input = z.object({
  id: z.string(),
  attempt: z.int().positive(),
  /** Null was accepted for delivery. */
  error: z.string().max(500).nullable(),
  providerId: z.string().nullable().default(null),
  /** No further try follows: a failure is final. */
  last: z.boolean(),
});

/**
 * Writes down how a try to deliver went: sent, failed for good, or to be tried again. What failed for good goes out
 * another way where there is one; otherwise its author is told.
 */
export const settleMessage = write({
  name: 'messaging.settle',
  permission: 'system',
  input,
  async run(ctx, { id, attempt, error, providerId, last }): Promise<void> {
    const status = error === null ? 'sent' : last ? 'failed' : 'queued';
    const tx = await ctx.tx();
    const [message] = await tx
      .update(outboxMessages)
      .set({
        status,
        attempts: attempt,
        error,
        providerId,
        sentAt: status === 'sent' ? toDate(ctx.now) : null,
        failedAt: status === 'failed' ? toDate(ctx.now) : null,
      })
      .where(
        and(
          eq(outboxMessages.tenantId, ctx.tenant.id),
          eq(outboxMessages.id, id),
          eq(outboxMessages.status, 'queued'),
        ),
      )
      .returning();
    if (!message || status === 'queued') return;
    const { channel, to, subject, contactId, createdBy } = message;
    ctx.record({
      verb: `message.${status}`,
      subject: { type: 'message', id },
      contactId,
      after: { channel, to, subject, ...(error !== null && { error }) },
    });
    if (status !== 'failed' || (await queueFallback(ctx, message))) return;
    if (createdBy) {
      const link = await linkOfFailure(ctx, message);
      await notify(ctx, { userId: createdBy, kind: 'message.failed', params: { to: to ?? '' }, link });
    }
  },
});
