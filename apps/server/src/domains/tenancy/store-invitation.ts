import { users } from '@officina/db/schema/identity';
import { invitations, members } from '@officina/db/schema/tenancy';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { toDate } from '../../kernel/clock.ts';
import type { WriteCtx } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { newId } from '../../kernel/ids.ts';
import { type Invitee, sendInvitation } from './send-invitation.ts';

/**
 * Invites an address for seven days; an invitation of it that waits is replaced. Nobody is in by being invited: the
 * owner of the mailbox accepts it. MEMBER_EXISTS for who is a member already. The caller has locked the team.
 */
export async function storeInvitation(
  ctx: WriteCtx,
  invitee: Invitee,
): Promise<typeof invitations.$inferSelect> {
  const { email, role, organization } = invitee;
  const tx = await ctx.tx();
  const [member] = await tx
    .select({ userId: members.userId })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .where(and(eq(members.tenantId, ctx.tenant.id), isNull(members.removedAt), eq(users.email, email)));
  if (member) throw new AppError('MEMBER_EXISTS');
  const fresh = { createdAt: toDate(ctx.now), ...(await sendInvitation(ctx, invitee)) };
  const [row] = await tx
    .insert(invitations)
    .values({ tenantId: ctx.tenant.id, id: newId(), email, ...fresh })
    .onConflictDoUpdate({
      target: [invitations.tenantId, invitations.email],
      targetWhere: sql`accepted_at is null and revoked_at is null`,
      set: fresh,
    })
    .returning();
  if (!row) throw new Error('no invitation was stored');
  ctx.record({
    verb: 'member.invited',
    subject: { type: 'invitation', id: row.id },
    contactId: organization?.id,
    after: { email, role, ...(organization && { orgId: organization.id }) },
  });
  return row;
}
