import type { Role } from '@officina/contracts/roles';
import { changeRole as input } from '@officina/contracts/tenancy-inputs';
import { members } from '@officina/db/schema/tenancy';
import { and, eq } from 'drizzle-orm';
import { userIdOf } from '../../kernel/actor.ts';
import { AppError } from '../../kernel/errors.ts';
import { write } from '../../kernel/operation.ts';
import { loadTeammate, lockTeam, requireAnotherOwner, requireGrantable } from './team.ts';

/** Gives a colleague another role; their open sessions have its rights with the next request. */
export const changeRole = write({
  name: 'tenancy.changeRole',
  permission: 'team.edit',
  input,
  async run(ctx, { userId, role }): Promise<{ id: string; role: Role }> {
    if (userId === userIdOf(ctx.actor)) throw new AppError('OWN_MEMBERSHIP');
    const actor = await lockTeam(ctx, 'team.edit');
    const member = await loadTeammate(ctx, userId);
    requireGrantable(actor, member.role, 'team.edit');
    requireGrantable(actor, role, 'team.edit');
    if (member.role === role) return { id: userId, role };
    await requireAnotherOwner(ctx, member);
    const tx = await ctx.tx();
    await tx
      .update(members)
      .set({ role })
      .where(and(eq(members.tenantId, ctx.tenant.id), eq(members.userId, userId)));
    ctx.record({
      verb: 'member.role_changed',
      subject: { type: 'user', id: userId },
      before: { role: member.role },
      after: { role },
    });
    ctx.announce(`user:${userId}`);
    return { id: userId, role };
  },
});
