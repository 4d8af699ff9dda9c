import { query, router } from '../../kernel/trpc.ts';
import { listJournal } from './list-journal.ts';

export const journalRouter = router({
  list: query(listJournal),
});
