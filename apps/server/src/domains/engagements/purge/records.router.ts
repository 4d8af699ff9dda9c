import { mutation, router } from '../../../kernel/trpc.ts';
import { purgeRecord } from './purge-record.ts';

export const recordsRouter = router({ purge: mutation(purgeRecord) });
