import { mutation, query, router } from '../../kernel/trpc.ts';
import { readDemoState } from './demo-state.ts';
import { resetDemo } from './reset-demo.ts';

export const demoRouter = router({
  state: query(readDemoState),
  reset: mutation(resetDemo),
});
