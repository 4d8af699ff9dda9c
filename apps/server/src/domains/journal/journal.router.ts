import { query, router, subscription } from '../../kernel/trpc.ts';
import { listJournal } from './list-journal.ts';
import { watchChanges } from './watch-changes.ts';

export const journalRouter = router({
  list: query(listJournal),
  watch: subscription(watchChanges),
});
