import type { EditedEntity } from '@officina/contracts/portal';
import type { WriteCtx } from '../../../kernel/context.ts';
import { AppError } from '../../../kernel/errors.ts';
import { holdChangeTarget } from './targets/change-target.ts';
import { holdDeliverableTarget } from './targets/deliverable-target.ts';
import { holdDocumentTarget } from './targets/document-target.ts';
import { holdEngagementTarget } from './targets/engagement-target.ts';
import { holdMilestoneTarget } from './targets/milestone-target.ts';
import { holdScopeTarget } from './targets/scope-target.ts';
import type { EditTarget, HoldTarget } from './targets/target.ts';

const HOLDERS: Partial<Record<EditedEntity, HoldTarget>> = {
  engagement: holdEngagementTarget,
  scope: holdScopeTarget,
  change_request: holdChangeTarget,
  document: holdDocumentTarget,
  deliverable: holdDeliverableTarget,
  milestone: holdMilestoneTarget,
};

/** The record that an edit is about; NOT_FOUND for what the caller does not see. */
export async function holdTarget(ctx: WriteCtx, type: EditedEntity, id: string): Promise<EditTarget> {
  const hold = HOLDERS[type];
  if (!hold) throw new AppError('NOT_FOUND');
  return hold(ctx, id);
}
