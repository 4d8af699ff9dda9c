import type { FieldChange } from '@officina/contracts/edits';
import { scopeProposals } from '@officina/db/schema/engagement-work';
import { and, eq } from 'drizzle-orm';
import type { WriteCtx } from '../../../kernel/context.ts';
import { tellPortal } from '../../notifications/tell-portal.ts';

interface About {
  orgId: string;
  entityType: string;
  entityId: string;
  diff: readonly FieldChange[];
}

/** Fields that clients are never shown, nor told of. */
export const STAFF_FIELDS: Record<string, readonly string[]> = { invoice: ['internalNote'] };

/**
 * The organisation that hears of an edit: none of what staff note for themselves, not even that they did, and none of a
 * draft, which clients do not see.
 */
export async function heardBy(
  ctx: WriteCtx,
  { orgId, entityType, entityId, diff }: About,
): Promise<string | null> {
  if (diff.every(({ field }) => STAFF_FIELDS[entityType]?.includes(field))) return null;
  if (entityType !== 'scope') return orgId;
  const tx = await ctx.tx();
  const [draft] = await tx
    .select({ id: scopeProposals.id })
    .from(scopeProposals)
    .where(
      and(
        eq(scopeProposals.tenantId, ctx.tenant.id),
        eq(scopeProposals.id, entityId),
        eq(scopeProposals.status, 'draft'),
      ),
    );
  return draft ? null : orgId;
}

/** The organisation hears of what was changed for it. */
export async function tellApplied(
  ctx: WriteCtx,
  { id, title, orgId }: { id: string; title: string; orgId: string | null },
): Promise<void> {
  if (!orgId) return;
  await tellPortal(ctx, { orgId }, 'edit_applied', { entityType: 'edit_event', entityId: id, body: title });
}
