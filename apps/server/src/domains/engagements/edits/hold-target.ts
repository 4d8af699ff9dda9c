import type { EditedEntity } from '@officina/contracts/portal';
import type { WriteCtx } from '../../../kernel/context.ts';
import { holdChangeTarget } from './targets/change-target.ts';
import { holdDeliverableTarget } from './targets/deliverable-target.ts';
import { holdDocumentTarget } from './targets/document-target.ts';
import { holdEngagementTarget } from './targets/engagement-target.ts';
import { holdInvoiceTarget } from './targets/invoice-target.ts';
import { holdMilestoneTarget } from './targets/milestone-target.ts';
import { holdScopeTarget } from './targets/scope-target.ts';
import type { EditTarget, HoldTarget } from './targets/target.ts';

const HOLDERS: Record<EditedEntity, HoldTarget> = {
  engagement: holdEngagementTarget,
  scope: holdScopeTarget,
  change_request: holdChangeTarget,
  invoice: holdInvoiceTarget,
  document: holdDocumentTarget,
  deliverable: holdDeliverableTarget,
  milestone: holdMilestoneTarget,
};

/** The record that an edit is about; NOT_FOUND for what the caller does not see. */
export const holdTarget = (ctx: WriteCtx, type: EditedEntity, id: string): Promise<EditTarget> =>
  HOLDERS[type](ctx, id);
