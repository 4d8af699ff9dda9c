import { mergeRouters } from '../../kernel/trpc.ts';
import { admissionRouter } from './admission.router.ts';
import { learningRouter } from './learning.router.ts';
import { staffRouter } from './staff.router.ts';

/** The academy's procedures stand beside each other, whatever part of the road they belong to. */
export const trainingRouter = mergeRouters(admissionRouter, learningRouter, staffRouter);
