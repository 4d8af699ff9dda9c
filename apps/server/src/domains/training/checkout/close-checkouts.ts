import type { Ctx } from '../../../kernel/context.ts';
import { unlessOver } from '../../payments/unless-over.ts';
import { openOrders } from './open-orders.ts';

/** Closes the provider's pages of an application that was ended, so that nobody pays for a place that they do not get. */
export async function closeCheckouts(ctx: Ctx, { applicationId }: Record<string, unknown>): Promise<void> {
  const { payments: provider } = ctx.services;
  if (provider.mode === 'off') return;
  const open = await openOrders(ctx.db, ctx.tenant.id, String(applicationId));
  for (const { sessionId } of open) if (sessionId) await unlessOver(() => provider.expireCheckout(sessionId));
}
