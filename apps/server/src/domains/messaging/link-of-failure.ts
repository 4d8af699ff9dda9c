import { invitations } from '@officina/db/schema/tenancy';
import { and, eq, isNull } from 'drizzle-orm';
import type { WriteCtx } from '../../kernel/context.ts';

/**
 * Where its author sets right what could not be delivered: the customer, whose timeline tells of it; the people
 * among whom an invitation is sent again; for a mail about the author's own account, that.
 */
export async function linkOfFailure(
  ctx: WriteCtx,
  { to, contactId }: { to: string | null; contactId: string | null },
): Promise<string> {
  if (contactId) return `/contacts/${contactId}`;
  const tx = await ctx.tx();
  const [invited] = await tx
    .select({ contactId: invitations.contactId })
    .from(invitations)
    .where(
      and(
        eq(invitations.tenantId, ctx.tenant.id),
        eq(invitations.email, to ?? ''),
        isNull(invitations.acceptedAt),
        isNull(invitations.revokedAt),
      ),
    );
  if (invited?.contactId) return '/portal/admin/people';
  return invited ? '/settings/team' : '/settings/account';
}
