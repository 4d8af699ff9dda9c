import { PERMISSIONS } from '@officina/contracts/permissions';
import { users } from '@officina/db/schema/identity';
import { members } from '@officina/db/schema/tenancy';
import { and, eq, inArray, isNull } from 'drizzle-orm';
import { userIdOf } from '../../kernel/actor.ts';
import type { Ctx } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';

/** The id of a member who works in the office, by the user's number; the caller's where none is named. */
export async function officeMember(ctx: Ctx, ref: number | null | undefined): Promise<string> {
  if (ref === null || ref === undefined) {
    const caller = userIdOf(ctx.actor);
    if (!caller) throw new AppError('FORBIDDEN');
    return caller;
  }
  const [found] = await ctx.db
    .select({ id: members.userId })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .where(
      and(
        eq(members.tenantId, ctx.tenant.id),
        eq(users.ref, ref),
        isNull(members.removedAt),
        inArray(members.role, [...PERMISSIONS['office.use']]),
      ),
    );
  if (!found) throw new AppError('BAD_REQUEST', `User ${ref} not found`);
  return found.id;
}
