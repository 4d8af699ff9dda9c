import { contacts } from '@officina/db/schema/contacts';
import { invitations } from '@officina/db/schema/tenancy';
import { and, eq } from 'drizzle-orm';
import { toDate } from '../../kernel/clock.ts';
import type { WriteCtx } from '../../kernel/context.ts';
import { type FreshInvitation, sendInvitation } from './send-invitation.ts';

type Row = typeof invitations.$inferSelect;

const itself = (ctx: WriteCtx, { id }: Row) =>
  and(eq(invitations.tenantId, ctx.tenant.id), eq(invitations.id, id));

async function organizationOf(ctx: WriteCtx, { contactId }: Row) {
  if (!contactId) return null;
  const tx = await ctx.tx();
  const [row] = await tx
    .select({ name: contacts.displayName })
    .from(contacts)
    .where(and(eq(contacts.tenantId, ctx.tenant.id), eq(contacts.id, contactId)));
  return { id: contactId, name: row?.name ?? '' };
}

/** Mails a waiting invitation again, for another seven days; the earlier link dies. */
export async function renewInvitation(ctx: WriteCtx, invitation: Row): Promise<FreshInvitation> {
  const { id, email, role, contactId } = invitation;
  const fresh = await sendInvitation(ctx, {
    email,
    role,
    organization: await organizationOf(ctx, invitation),
  });
  const tx = await ctx.tx();
  await tx.update(invitations).set(fresh).where(itself(ctx, invitation));
  ctx.record({
    verb: 'member.invited',
    subject: { type: 'invitation', id },
    contactId,
    after: { email, role, again: true },
  });
  return fresh;
}

/** Takes a waiting invitation back; its link dies. */
export async function withdrawInvitation(ctx: WriteCtx, invitation: Row): Promise<void> {
  const { id, email, role, contactId } = invitation;
  const tx = await ctx.tx();
  await tx
    .update(invitations)
    .set({ revokedAt: toDate(ctx.now) })
    .where(itself(ctx, invitation));
  ctx.record({
    verb: 'invitation.revoked',
    subject: { type: 'invitation', id },
    contactId,
    before: { email, role },
  });
}
