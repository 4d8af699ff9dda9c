import { queryClient, trpc } from '../../trpc.ts';

/** Refetches whatever a change of a learner or shop may have touched. */
export const refreshTraining = (): Promise<void> => queryClient.invalidateQueries(trpc.training.pathFilter());
