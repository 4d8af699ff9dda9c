import { STAFF_ROLES } from '@officina/contracts/roles';
import type { ColleagueView, TeamView } from '@officina/contracts/tenancy';
import { users } from '@officina/db/schema/identity';
import { invitations, members } from '@officina/db/schema/tenancy';
import { and, asc, desc, eq, inArray, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { userIdOf } from '../../kernel/actor.ts';
import { may } from '../../kernel/authorize.ts';
import type { Ctx } from '../../kernel/context.ts';
import { read } from '../../kernel/operation.ts';
import { presentInvitation } from './invitation-presenter.ts';
import { rolesGrantedBy } from './team.ts';

const staff = (ctx: Ctx) =>
  ctx.db
    .select({
      id: users.id,
      name: users.name,
      email: users.email,
      role: members.role,
      joinedAt: members.joinedAt,
      lastUsedAt: members.lastUsedAt,
    })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .where(
      and(
        eq(members.tenantId, ctx.tenant.id),
        isNull(members.removedAt),
        inArray(members.role, [...STAFF_ROLES]),
      ),
    )
    .orderBy(asc(users.name), asc(users.id));

const waiting = (ctx: Ctx) =>
  ctx.db
    .select({
      id: invitations.id,
      email: invitations.email,
      role: invitations.role,
      createdAt: invitations.createdAt,
      expiresAt: invitations.expiresAt,
      inviterName: users.name,
    })
    .from(invitations)
    .innerJoin(users, eq(users.id, invitations.invitedBy))
    .where(
      and(
        eq(invitations.tenantId, ctx.tenant.id),
        isNull(invitations.acceptedAt),
        isNull(invitations.revokedAt),
        isNull(invitations.contactId),
      ),
    )
    .orderBy(desc(invitations.createdAt), desc(invitations.id));

/** The firm's own people by name, and who is invited. Expired invitations stay until they are renewed or revoked. */
export const listMembers = read({
  name: 'tenancy.members',
  permission: 'team.read',
  input: z.object({}),
  async run(ctx): Promise<TeamView> {
    const [people, invited] = await Promise.all([staff(ctx), waiting(ctx)]);
    const grantable = rolesGrantedBy(ctx.actor);
    const me = userIdOf(ctx.actor);
    return {
      items: people.map(({ joinedAt, lastUsedAt, ...person }) => {
        const touchable = person.id !== me && grantable.some((role) => role === person.role);
        return {
          ...person,
          self: person.id === me,
          joinedAt: joinedAt.toISOString(),
          lastUsedAt: lastUsedAt?.toISOString() ?? null,
          abilities: {
            roles: touchable && may(ctx.actor, 'team.edit') ? [...grantable] : [],
            remove: touchable && may(ctx.actor, 'team.remove'),
          },
        };
      }),
      invitations: invited.map((row) => presentInvitation(ctx, row)),
      grantableRoles: may(ctx.actor, 'team.invite') ? [...grantable] : [],
    };
  },
});

/** Names for pickers and filters: assignees of tasks, authors of activities. */
export const listColleagues = read({
  name: 'tenancy.colleagues',
  permission: 'activities.read',
  input: z.object({}),
  async run(ctx): Promise<{ items: ColleagueView[] }> {
    const people = await staff(ctx);
    return { items: people.map(({ id, name, role }) => ({ id, name, role })) };
  },
});
