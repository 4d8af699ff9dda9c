import { PURGE_PHRASE, type PurgedEntity } from '@officina/contracts/purge';
import { purge } from '@officina/contracts/purge-inputs';
import type { WriteCtx } from '../../../kernel/context.ts';
import { AppError } from '../../../kernel/errors.ts';
import { write } from '../../../kernel/operation.ts';
import { tellPortal } from '../../notifications/tell-portal.ts';
import { purgeEngagement } from './purge-engagement.ts';
import { purgeInquiry } from './purge-inquiry.ts';
import { purgeEdit, purgeNotification, redactEntry } from './purge-traces.ts';
import {
  purgeChange,
  purgeDeliverable,
  purgeDocument,
  purgeInvoice,
  purgeMilestone,
  purgeScope,
} from './purge-work.ts';
import type { Purged } from './purged.ts';

const PURGES: Record<PurgedEntity, (ctx: WriteCtx, id: string) => Promise<Purged>> = {
  engagement: purgeEngagement,
  scope: purgeScope,
  change_request: purgeChange,
  invoice: purgeInvoice,
  document: purgeDocument,
  deliverable: purgeDeliverable,
  milestone: purgeMilestone,
  edit_event: purgeEdit,
  notification: purgeNotification,
  audit_event: redactEntry,
  inquiry: purgeInquiry,
};

/**
 * Deletes a record for good, with what belongs to it and its files. The journal keeps what was deleted, by whom and why;
 * of several at one moment one finds the record.
 */
export const purgeRecord = write({
  name: 'records.purge',
  permission: 'portal.purge',
  input: purge,
  async run(ctx, { entityType, entityId, reason, confirm }): Promise<{ ok: true }> {
    if (confirm !== PURGE_PHRASE) throw new AppError('BAD_REQUEST', 'Confirmation phrase mismatch');
    const { orgId, engagementId, title, snapshot, counts } = await PURGES[entityType](ctx, entityId);
    ctx.record({
      verb: entityType === 'audit_event' ? 'journal.redacted' : 'record.purged',
      subject: { type: entityType, id: entityId },
      contactId: orgId,
      engagementId,
      before: snapshot,
      after: { entityType, title, counts },
      reason,
    });
    await tellPortal(ctx, 'admins', 'admin_hard_delete', {
      entityType,
      entityId,
      body: reason,
      link: null,
      withActor: true,
    });
    return { ok: true };
  },
});
