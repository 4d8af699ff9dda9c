import { personUpdate } from '@officina/contracts/people-inputs';
import { members } from '@officina/db/schema/tenancy';
import { changesOf, requireChange } from '../../kernel/changes.ts';
import { AppError } from '../../kernel/errors.ts';
import { write } from '../../kernel/operation.ts';
import { endSessions } from '../identity/end-sessions.ts';
import { dropNotifications } from '../notifications/drop-notifications.ts';
import { lockOrganization } from '../organizations/load-organization.ts';
import { dropPermissions } from '../permissions/drop-permissions.ts';
import { itsMembership, lockPerson } from './load-person.ts';

/**
 * Gives somebody another role, or another organisation; their sessions here end at once. Who moves answers the first
 * questions again, and keeps nothing of the organisation before:
 * neither what they were told nor what was opened to them.
 */
export const updatePerson = write({
  name: 'people.update',
  permission: 'portal.organizations.manage',
  input: personUpdate,
  async run(ctx, { id, ...asked }): Promise<{ id: string }> {
    requireChange(asked);
    const person = await lockPerson(ctx, id);
    if (person.removedAt) throw new AppError('CONFLICT', 'This person is disabled');
    const changes = changesOf(person, asked);
    if (!changes) return { id: person.id };
    const { role, orgId } = changes.after;
    const tx = await ctx.tx();
    if (orgId) await lockOrganization(ctx, orgId);
    await tx
      .update(members)
      .set({ role, ...(orgId && { contactId: orgId, onboardedAt: null, onboarding: null }) })
      .where(itsMembership(ctx, person.id));
    if (orgId) {
      await dropNotifications(ctx, person.id);
      await dropPermissions(ctx, person.id);
    }
    await endSessions(ctx, { userId: person.id, tenantId: ctx.tenant.id });
    ctx.record({
      verb: orgId ? 'member.moved' : 'member.role_changed',
      subject: { type: 'user', id: person.id },
      contactId: orgId ?? person.orgId,
      ...changes,
    });
    return { id: person.id };
  },
});
