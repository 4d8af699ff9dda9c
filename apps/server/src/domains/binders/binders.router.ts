import { many } from '../../kernel/many.ts';
import { mutation, query, router } from '../../kernel/trpc.ts';
import { addNote } from './add-note.ts';
import { alerts } from './alerts.ts';
import { attention } from './attention.ts';
import { binderOfNumber } from './binder-by-number.ts';
import { binderHistory } from './binder-history.ts';
import { getBinder } from './get-binder.ts';
import { listBinders } from './list-binders.ts';
import { markReady } from './mark-ready.ts';
import { officeOverview, officeSummary } from './office-figures.ts';
import { pickupNames } from './pickup-names.ts';
import { receiveBinder } from './receive-binder.ts';
import { receiveWarnings } from './receive-warnings.ts';
import { reminderRuns } from './reminders/reminder-runs.ts';
import { runReminders } from './reminders/run-reminders.ts';
import { returnBinder } from './return-binder.ts';
import { todayBoard } from './today-board.ts';
import { undoReady } from './undo-ready.ts';
import { workQueue } from './work-queue.ts';

export const bindersRouter = router({
  receive: mutation(receiveBinder),
  markReady: mutation(markReady),
  markReadyMany: mutation(many(markReady)),
  undoReady: mutation(undoReady),
  undoReadyMany: mutation(many(undoReady)),
  return: mutation(returnBinder),
  addNote: mutation(addNote),
  list: query(listBinders),
  get: query(getBinder),
  byNumber: query(binderOfNumber),
  history: query(binderHistory),
  pickupNames: query(pickupNames),
  receiveWarnings: query(receiveWarnings),
  summary: query(officeSummary),
  overview: query(officeOverview),
  workQueue: query(workQueue),
  alerts: query(alerts),
  attention: query(attention),
  board: query(todayBoard),
  runReminders: mutation(runReminders),
  reminderRuns: query(reminderRuns),
});
