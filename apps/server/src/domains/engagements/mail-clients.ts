import type { WriteCtx } from '../../kernel/context.ts';
import { queueMessage } from '../messaging/queue-message.ts';
import { clientAddresses } from './portal-members.ts';

/** A copy by mail of what the bell tells an organisation's people, with the page to open. */
export async function mailClients(
  ctx: WriteCtx,
  orgId: string,
  { subject, lines, path }: { subject: string; lines: string[]; path: string },
): Promise<void> {
  const own = ctx.actor.kind === 'user' ? ctx.actor.email : null;
  const text = [...lines, `${ctx.services.config.publicUrl}${path}`].join('\n\n');
  for (const to of await clientAddresses(ctx, orgId))
    if (to !== own) await queueMessage(ctx, { channel: 'email', to, subject, text, contactId: orgId });
}
