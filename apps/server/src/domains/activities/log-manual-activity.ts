import type { ActivityView } from '@officina/contracts/activities';
import { activityLog } from '@officina/contracts/activities-inputs';
import { userIdOf } from '../../kernel/actor.ts';
import { write } from '../../kernel/operation.ts';
import { loadTimelineContact } from './load-timeline-contact.ts';
import { logActivity } from './log-activity.ts';

/** What somebody writes down by hand: a call, a note, a meeting. It is never changed or deleted. */
export const logManualActivity = write({
  name: 'activities.log',
  permission: 'activities.create',
  input: activityLog,
  async run(ctx, { type, description, contactId = null, metadata = {} }): Promise<ActivityView> {
    const contact = contactId === null ? null : await loadTimelineContact(ctx, contactId);
    const { id, createdAt } = await logActivity(ctx, { type, description, contactId, metadata });
    ctx.record({
      verb: 'activity.logged',
      subject: { type: 'activity', id },
      contactId,
      after: { type, description, metadata },
    });
    const { actor } = ctx;
    const userId = userIdOf(actor);
    return {
      id,
      type,
      description,
      user: userId === null ? null : { id: userId, name: actor.kind === 'user' ? actor.name : '' },
      contact,
      metadata,
      createdAt: createdAt.toISOString(),
    };
  },
});
