import { mutation, query, router } from '../../kernel/trpc.ts';
import { getService } from './get-service.ts';
import { listServices } from './list-services.ts';
import { recommendServices } from './recommend-services.ts';
import { retireService } from './retire-service.ts';
import { saveService } from './save-service.ts';

export const catalogueRouter = router({
  list: query(listServices),
  get: query(getService),
  recommend: query(recommendServices),
  save: mutation(saveService),
  retire: mutation(retireService),
});
