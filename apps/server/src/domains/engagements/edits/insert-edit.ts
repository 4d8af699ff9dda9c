import type { FieldChange } from '@officina/contracts/edits';
import type { EditedEntity, EditKind, EditStatus } from '@officina/contracts/portal';
import { editEvents } from '@officina/db/schema/engagement-work';
import { requireUser } from '../../../kernel/authorize.ts';
import { toDate } from '../../../kernel/clock.ts';
import type { WriteCtx } from '../../../kernel/context.ts';
import { newId } from '../../../kernel/ids.ts';

export interface NewEdit {
  entityType: EditedEntity;
  entityId: string;
  orgId: string;
  engagementId: string | null;
  kind: EditKind;
  status: EditStatus;
  reason: string;
  diff: FieldChange[];
  linkedChangeRequestId?: string | null;
}

/** Keeps what the caller changes or wants to change; what is applied at once they have resolved themselves. */
export async function insertEdit(ctx: WriteCtx, edit: NewEdit): Promise<string> {
  const { id: createdBy } = requireUser(ctx.actor);
  const tx = await ctx.tx();
  const now = toDate(ctx.now);
  const id = newId();
  const resolved = edit.status === 'applied' ? { resolvedBy: createdBy, resolvedAt: now } : {};
  await tx
    .insert(editEvents)
    .values({ ...edit, ...resolved, tenantId: ctx.tenant.id, id, createdBy, createdAt: now, updatedAt: now });
  return id;
}
