import '../rest/surfaces.ts';
import '../trpc/app-router.ts';
import { type Operation, operations } from '../kernel/operation.ts';

/** Every operation that a door can reach: importing the doors defines them all. */
export const allOperations: readonly Operation[] = [...operations.values()];
