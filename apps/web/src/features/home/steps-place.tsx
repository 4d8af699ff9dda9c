import { stored } from '../../lib/stored.ts';
import { Skeleton } from '../../ui/skeleton.tsx';

/** Whether the first steps were there last time: then their place is kept until they are known, and nothing jumps. */
export const stepsShown = stored('officina.firstSteps', true);

/** As high as the first steps. */
export function StepsPlace() {
  return stepsShown.get() ? <Skeleton className="h-36 max-md:h-80" /> : null;
}
