import type { PersonReference } from './binders.ts';
import type { ReminderRunStatus } from './office.ts';
import type { Page } from './paging.ts';

/** What a run of the reminder job did: messages of each kind that it made or took up. */
export interface ReminderCounts {
  /** Binders not returned when it began. */
  bindersScanned: number;
  approaching: number;
  overdue: number;
  ready: number;
  /** Clients with neither telephone nor e-mail address; counted here and nowhere else. */
  skippedNoContact: number;
  /** Binders whose message could not be written. */
  errors: number;
}

export interface ReminderRunView extends ReminderCounts {
  id: string;
  /** The tenant's day, YYYY-MM-DD. */
  runDate: string;
  /** ISO timestamps; a run that goes on has not finished. */
  startedAt: string;
  finishedAt: string | null;
  /** Null for the schedule's own runs. */
  startedBy: PersonReference | null;
  status: ReminderRunStatus;
}

export interface ReminderRunPage extends Page<ReminderRunView> {
  /** ISO timestamp of the schedule's next run. */
  nextRunAt: string;
}
