import type { Role } from '@officina/contracts/roles';
import { tooManyAttempts } from '../../kernel/attempts.ts';
import { requireUser } from '../../kernel/authorize.ts';
import { toDate } from '../../kernel/clock.ts';
import type { WriteCtx } from '../../kernel/context.ts';
import { newTenantToken } from '../../kernel/ids.ts';
import { queueMessage } from '../messaging/queue-message.ts';
import { invitationMail } from './invitation-mail.ts';

const DAYS = 7;
const MAILS_PER_HOUR = 3;

/** Who is invited as what. */
export interface Invitee {
  email: string;
  role: Role;
  /** The organisation whose client they will be; null for a colleague. */
  organization: { id: string; name: string } | null;
}

export interface FreshInvitation {
  role: Role;
  contactId: string | null;
  tokenHash: string;
  invitedBy: string;
  expiresAt: Date;
}

/**
 * Mails a new link to an invited address; earlier links of it die when the answer's facts are stored. Three mails an
 * hour to one address, then RATE_LIMIT_EXCEEDED.
 */
export async function sendInvitation(
  ctx: WriteCtx,
  { email, role, organization }: Invitee,
): Promise<FreshInvitation> {
  const actor = requireUser(ctx.actor);
  const bucket = `invitation:${ctx.tenant.id}:${email}`;
  const state = await ctx.services.attempts.hit(bucket, MAILS_PER_HOUR, 3600, ctx.now, await ctx.tx());
  if (!state.allowed) throw tooManyAttempts(state);
  const { token, hash } = newTenantToken(ctx.tenant.id);
  const { name: tenantName, locale } = ctx.tenant;
  await queueMessage(ctx, {
    channel: 'email',
    to: email,
    ...invitationMail(
      { tenantName, locale, invitedBy: actor.name, organization: organization?.name ?? null },
      `${ctx.services.config.publicUrl}/invite/${token}`,
    ),
  });
  return {
    role,
    contactId: organization?.id ?? null,
    tokenHash: hash,
    invitedBy: actor.id,
    expiresAt: toDate(ctx.now.add({ hours: DAYS * 24 })),
  };
}
