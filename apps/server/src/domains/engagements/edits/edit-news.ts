import type { FieldChange } from '@officina/contracts/edits';
import type { WriteCtx } from '../../../kernel/context.ts';
import { tellPortal } from '../../notifications/tell-portal.ts';

interface About {
  id: string;
  orgId: string;
  entityType: string;
  diff: readonly FieldChange[];
}

/** Fields that clients are never shown, nor told of. */
export const STAFF_FIELDS: Record<string, readonly string[]> = { invoice: ['internalNote'] };

export const isStaffOnly = ({ entityType, diff }: Pick<About, 'entityType' | 'diff'>): boolean =>
  diff.every(({ field }) => STAFF_FIELDS[entityType]?.includes(field));

/** The organisation hears of what was changed for it. */
export async function tellApplied(ctx: WriteCtx, edit: About, title: string): Promise<void> {
  if (isStaffOnly(edit)) return;
  const news = { entityType: 'edit_event', entityId: edit.id, body: title };
  await tellPortal(ctx, { orgId: edit.orgId }, 'edit_applied', news);
}
