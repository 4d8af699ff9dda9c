import { mutation, query, router } from '../../kernel/trpc.ts';
import { receiveSignal } from './receive-signal.ts';
import { getTalent, listTalent } from './talent-reads.ts';
import { updateTalent } from './update-talent.ts';

export const talentRouter = router({
  list: query(listTalent),
  get: query(getTalent),
  update: mutation(updateTalent),
  signal: mutation(receiveSignal),
});
