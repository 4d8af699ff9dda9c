import '../rest/surfaces.ts';
import '../trpc/app-router.ts';
import { type Operation, operations } from '../kernel/operation.ts';

/**
 * Every operation that a door can reach: importing the doors defines them all. What a test of the same worker
 * defined for itself is named `test.…` and does not belong to them.
 */
export const allOperations: readonly Operation[] = [...operations.values()].filter(
  ({ operation }) => !operation.startsWith('test.'),
);
