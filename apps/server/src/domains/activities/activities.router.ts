import { mutation, query, router } from '../../kernel/trpc.ts';
import { listActivities } from './activity-reads.ts';
import { readTimeline } from './contact-timeline.ts';
import { logManualActivity } from './log-manual-activity.ts';
import { readHistory } from './record-history.ts';

export const activitiesRouter = router({
  list: query(listActivities),
  timeline: query(readTimeline),
  history: query(readHistory),
  log: mutation(logManualActivity),
});
