import { byUserId } from '@officina/contracts/tenancy-inputs';
import { members } from '@officina/db/schema/tenancy';
import { and, eq } from 'drizzle-orm';
import { userIdOf } from '../../kernel/actor.ts';
import { toDate } from '../../kernel/clock.ts';
import { AppError } from '../../kernel/errors.ts';
import { write } from '../../kernel/operation.ts';
import { endSessions } from '../identity/end-sessions.ts';
import { loadTeammate, lockTeam, requireAnotherOwner, requireGrantable } from './team.ts';

/** Takes a colleague out of the team: their sessions here end at once, what they made keeps its author. */
export const removeMember = write({
  name: 'tenancy.removeMember',
  permission: 'team.remove',
  input: byUserId,
  async run(ctx, { userId }): Promise<{ id: string }> {
    if (userId === userIdOf(ctx.actor)) throw new AppError('OWN_MEMBERSHIP');
    const actor = await lockTeam(ctx, 'team.remove');
    const member = await loadTeammate(ctx, userId);
    requireGrantable(actor, member.role, 'team.remove');
    await requireAnotherOwner(ctx, member);
    const tx = await ctx.tx();
    await tx
      .update(members)
      .set({ removedAt: toDate(ctx.now) })
      .where(and(eq(members.tenantId, ctx.tenant.id), eq(members.userId, userId)));
    await endSessions(ctx, { userId, tenantId: ctx.tenant.id });
    ctx.record({
      verb: 'member.removed',
      subject: { type: 'user', id: userId },
      before: { role: member.role },
    });
    return { id: userId };
  },
});
