import { byPortalId } from '@officina/contracts/portal-fields';
import { members } from '@officina/db/schema/tenancy';
import { toDate } from '../../kernel/clock.ts';
import { write } from '../../kernel/operation.ts';
import { endSessions } from '../identity/end-sessions.ts';
import { itsMembership, lockPerson } from './load-person.ts';

/** Shuts somebody out: their sessions here end at once, no link lets them in; what they wrote keeps its author. */
export const disablePerson = write({
  name: 'people.disable',
  permission: 'portal.organizations.manage',
  input: byPortalId,
  async run(ctx, { id }): Promise<{ id: string }> {
    const person = await lockPerson(ctx, id);
    if (person.removedAt) return { id: person.id };
    const tx = await ctx.tx();
    await tx
      .update(members)
      .set({ removedAt: toDate(ctx.now) })
      .where(itsMembership(ctx, person.id));
    await endSessions(ctx, { userId: person.id, tenantId: ctx.tenant.id });
    ctx.record({
      verb: 'member.disabled',
      subject: { type: 'user', id: person.id },
      contactId: person.orgId,
      before: { role: person.role },
    });
    return { id: person.id };
  },
});
