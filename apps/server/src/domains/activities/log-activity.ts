import type { ActivityType } from '@officina/contracts/activities';
import { activities } from '@officina/db/schema/contacts';
import { userIdOf } from '../../kernel/actor.ts';
import { toDate } from '../../kernel/clock.ts';
import type { WriteCtx } from '../../kernel/context.ts';
import { newId } from '../../kernel/ids.ts';
import type { ActsAs } from '../../kernel/journal.ts';

export interface NewActivity {
  type: ActivityType;
  description: string;
  /** A contact of the tenant, loaded by the caller; null for a fact that concerns no customer. */
  contactId: string | null;
  metadata?: Record<string, unknown>;
  /** Whose timeline it is when a public request writes it. */
  as?: ActsAs;
}

/**
 * Puts a fact on a customer's timeline, in the operation's transaction. It writes no journal entry: the operation
 * that caused the fact records its own verb.
 */
export async function logActivity(
  ctx: WriteCtx,
  { type, description, contactId, metadata = {}, as }: NewActivity,
): Promise<{ id: string; createdAt: Date }> {
  const id = newId();
  const createdAt = toDate(ctx.now);
  const tx = await ctx.tx();
  await tx.insert(activities).values({
    tenantId: as?.tenantId ?? ctx.tenant.id,
    id,
    type,
    description,
    userId: as ? (as.userId ?? null) : userIdOf(ctx.actor),
    contactId,
    metadata,
    createdAt,
  });
  return { id, createdAt };
}
