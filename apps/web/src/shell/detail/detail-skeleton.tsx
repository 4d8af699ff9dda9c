import { Panel } from '../../ui/panel.tsx';
import { Skeleton, SkeletonText } from '../../ui/skeleton.tsx';

/** A record to come, in the layout of a detail page. */
export function DetailSkeleton() {
  return (
    <div aria-busy className="grid items-start gap-(--gap) lg:grid-cols-[minmax(0,1fr)_20rem]">
      <div className="flex flex-col gap-(--gap)">
        <Skeleton className="h-9 w-2/3" />
        <Panel>
          <SkeletonText lines={6} />
        </Panel>
      </div>
      <Panel>
        <SkeletonText lines={5} />
      </Panel>
    </div>
  );
}
