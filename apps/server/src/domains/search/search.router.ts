import { query, router } from '../../kernel/trpc.ts';
import { searchOffice } from './office/search-office.ts';
import { searchRecords } from './search-records.ts';

export const searchRouter = router({
  records: query(searchRecords),
  office: query(searchOffice),
});
