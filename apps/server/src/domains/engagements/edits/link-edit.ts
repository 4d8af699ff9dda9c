import { editLink } from '@officina/contracts/edits-inputs';
import { editEvents } from '@officina/db/schema/engagement-work';
import { and, eq } from 'drizzle-orm';
import { toDate } from '../../../kernel/clock.ts';
import type { WriteCtx } from '../../../kernel/context.ts';
import { write } from '../../../kernel/operation.ts';
import { heardBy } from './edit-news.ts';
import { type EditRow, holdPending } from './edit-row.ts';
import { checkLink } from './linkable-change.ts';

/** Lets a waiting edit wait for this change request. */
export async function storeLink(ctx: WriteCtx, row: EditRow, changeRequestId: string): Promise<void> {
  if (row.linkedChangeRequestId === changeRequestId) return;
  const tx = await ctx.tx();
  await tx
    .update(editEvents)
    .set({ linkedChangeRequestId: changeRequestId, updatedAt: toDate(ctx.now) })
    .where(and(eq(editEvents.tenantId, ctx.tenant.id), eq(editEvents.id, row.id)));
  ctx.record({
    verb: 'edit.linked',
    subject: { type: 'edit_event', id: row.id },
    contactId: await heardBy(ctx, row),
    engagementId: row.engagementId,
    before: { linkedChangeRequestId: row.linkedChangeRequestId },
    after: { linkedChangeRequestId: changeRequestId },
  });
}

/** Says which change request is to cover a waiting edit; it may be said again. */
export const linkEdit = write({
  name: 'edits.link',
  permission: 'portal.edits.submit',
  input: editLink,
  async run(ctx, { id, changeRequestId }): Promise<{ ok: true }> {
    const row = await holdPending(ctx, id);
    await checkLink(ctx, row, changeRequestId);
    await storeLink(ctx, row, changeRequestId.toLowerCase());
    return { ok: true };
  },
});
