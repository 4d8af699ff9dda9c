import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useEffect } from 'react';
import { loadDomainMessages } from '../../lib/i18n.ts';
import { stored } from '../../lib/stored.ts';
import { queryClient, trpc } from '../../trpc.ts';
import { Skeleton } from '../../ui/skeleton.tsx';

// Only owners of a new firm see it.
const FirstSteps = lazy(async () => {
  const [module] = await Promise.all([import('./first-steps.tsx'), loadDomainMessages('first-steps')]);
  return { default: module.FirstSteps };
});

/** Whether the first steps were there last time: then their place is kept until they are known, and nothing jumps. */
const stepsShown = stored('officina.firstSteps', true);

const leave = () =>
  void queryClient.invalidateQueries({ queryKey: trpc.tenancy.onboarding.pathKey(), refetchType: 'none' });

/** Where the first steps stand until all are done or the list is put away. */
export function StepsPlace() {
  const { data } = useQuery(trpc.tenancy.onboarding.queryOptions({}));
  // Whoever leaves may take a step.
  useEffect(() => leave, []);
  const open = data && !data.dismissed && data.steps.some((step) => !step.done);
  useEffect(() => {
    if (open !== undefined) stepsShown.set(open);
  }, [open]);
  // As high as the steps.
  const place = <Skeleton className="h-36 max-md:h-80" />;
  if (!data) return stepsShown.get() ? place : null;
  if (!open) return null;
  return (
    <Suspense fallback={place}>
      <FirstSteps steps={data.steps} />
    </Suspense>
  );
}
