import type { InvitationView } from '@officina/contracts/tenancy';
import { invite as input } from '@officina/contracts/tenancy-inputs';
import { users } from '@officina/db/schema/identity';
import { invitations, members } from '@officina/db/schema/tenancy';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { requireUser } from '../../kernel/authorize.ts';
import { toDate } from '../../kernel/clock.ts';
import { AppError } from '../../kernel/errors.ts';
import { newId } from '../../kernel/ids.ts';
import { write } from '../../kernel/operation.ts';
import { presentInvitation } from './invitation-presenter.ts';
import { sendInvitation } from './send-invitation.ts';
import { lockTeam, requireGrantable } from './team.ts';
import { checkUserLimit } from './user-limit.ts';

/** Invites an address to the team for seven days. Inviting it again replaces the invitation that waits. */
export const invite = write({
  name: 'tenancy.invite',
  permission: 'team.invite',
  input,
  async run(ctx, { email, role }): Promise<InvitationView> {
    const inviter = requireUser(ctx.actor);
    requireGrantable(await lockTeam(ctx, 'team.invite'), role, 'team.invite');
    const tx = await ctx.tx();
    const [member] = await tx
      .select({ userId: members.userId })
      .from(members)
      .innerJoin(users, eq(users.id, members.userId))
      .where(and(eq(members.tenantId, ctx.tenant.id), isNull(members.removedAt), eq(users.email, email)));
    if (member) throw new AppError('MEMBER_EXISTS');
    await checkUserLimit(ctx, ctx.tenant.id, email);
    const fresh = await sendInvitation(ctx, email, role);
    const createdAt = toDate(ctx.now);
    const [row] = await tx
      .insert(invitations)
      .values({ tenantId: ctx.tenant.id, id: newId(), email, createdAt, ...fresh })
      .onConflictDoUpdate({
        target: [invitations.tenantId, invitations.email],
        targetWhere: sql`accepted_at is null and revoked_at is null`,
        set: { createdAt, ...fresh },
      })
      .returning();
    if (!row) throw new Error('no invitation was stored');
    ctx.record({
      verb: 'member.invited',
      subject: { type: 'invitation', id: row.id },
      after: { email, role },
    });
    return presentInvitation(ctx, { ...row, inviterName: inviter.name });
  },
});
