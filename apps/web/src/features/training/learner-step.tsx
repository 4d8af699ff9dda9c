import { useLingui } from '@lingui/react/macro';
import type { LearnerState } from '@officina/contracts/training';
import type { TrainingMe } from '@officina/contracts/training-views';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Page } from '../../shell/page.tsx';
import { trpc } from '../../trpc.ts';
import { ErrorCard } from '../../ui/error-card.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { SkeletonText } from '../../ui/skeleton.tsx';
import { NextStep } from './next-step.tsx';
import { useReasons } from './reasons.ts';

interface LearnerStepProps {
  title: string;
  /** Of the programme. */
  slug: string;
  /** The states in which there is something to do here. */
  open: readonly LearnerState[];
  children: (me: TrainingMe) => ReactNode;
}

/** A step of the way into a programme: whoever is not there yet, or past it, is told so and led on. */
export function LearnerStep({ title, slug, open, children }: LearnerStepProps) {
  const { t } = useLingui();
  const reasons = useReasons();
  const query = useQuery(trpc.training.me.queryOptions({ program: slug }));
  const { data: me, error } = query;
  return (
    <Page title={title} narrow>
      {error ? (
        <ErrorCard error={error} retry={() => query.refetch()} />
      ) : !me ? (
        <Panel>
          <SkeletonText lines={8} />
        </Panel>
      ) : me.state && open.includes(me.state) ? (
        children(me)
      ) : (
        <Panel>
          <div className="flex flex-col items-start gap-4">
            <Notice tone="info">
              {me.state ? reasons[me.state] : t`You have not applied for a programme yet.`}
            </Notice>
            <NextStep action={me.nextAction} slug={slug} />
          </div>
        </Panel>
      )}
    </Page>
  );
}
