import { query, router } from '../../kernel/trpc.ts';
import { searchRecords } from './search-records.ts';

export const searchRouter = router({
  records: query(searchRecords),
});
