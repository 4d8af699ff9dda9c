import { byPortalId } from '@officina/contracts/portal-fields';
import { members } from '@officina/db/schema/tenancy';
import { write } from '../../kernel/operation.ts';
import { itsMembership, lockPerson } from './load-person.ts';

/** Lets somebody in again who was shut out; they sign in anew. */
export const enablePerson = write({
  name: 'people.enable',
  permission: 'portal.organizations.manage',
  input: byPortalId,
  async run(ctx, { id }): Promise<{ id: string }> {
    const person = await lockPerson(ctx, id);
    if (!person.removedAt) return { id: person.id };
    const tx = await ctx.tx();
    await tx.update(members).set({ removedAt: null }).where(itsMembership(ctx, person.id));
    ctx.record({
      verb: 'member.enabled',
      subject: { type: 'user', id: person.id },
      contactId: person.orgId,
      after: { role: person.role },
    });
    ctx.announce(`user:${person.id}`);
    return { id: person.id };
  },
});
