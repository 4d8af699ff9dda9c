import { useLingui } from '@lingui/react/macro';
import { getRouteApi } from '@tanstack/react-router';
import { clsx } from 'clsx';
import { Check } from 'lucide-react';
import { useState } from 'react';
import { useAct } from '../../lib/use-act.ts';
import { api, queryClient, trpc } from '../../trpc.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Progress } from '../../ui/progress.tsx';
import { LearnerStep } from './learner-step.tsx';

const route = getRouteApi('/app/programs/$slug/orientation');

/** What everybody reads before their first day. */
export function OrientationPage() {
  const { t } = useLingui();
  const { slug } = route.useParams();
  return (
    <LearnerStep title={t`Orientation`} slug={slug} open={['enrolled_pending_orientation']}>
      {() => <Sections slug={slug} />}
    </LearnerStep>
  );
}

function useSections() {
  const { t } = useLingui();
  return [
    {
      title: t`How the programme works`,
      text: t`You learn in a partner shop under a licensed barber, at your own pace between the fewest and the most hours a week.`,
    },
    {
      title: t`Hours and the timeclock`,
      text: t`You clock in and out with your telephone, inside the shop. Breaks of more than an hour are asked about. What is above the weekly cap does not count.`,
    },
    {
      title: t`Payments`,
      text: t`Weekly payments are taken on Fridays. If one fails you have seven days; then the timeclock is locked until it is made.`,
    },
    {
      title: t`Safety and hygiene`,
      text: t`Tools are disinfected after every customer. You never work on your own before your teacher says so.`,
    },
    {
      title: t`Your rights`,
      text: t`Every hour, payment and decision about you is on record, and you can see it. Talk to the office whenever something is wrong.`,
    },
  ];
}

function Sections({ slug }: { slug: string }) {
  const { t } = useLingui();
  const sections = useSections();
  const navigate = route.useNavigate();
  const { act, pending } = useAct();
  const [read, setRead] = useState<readonly number[]>([]);
  const [agreed, setAgreed] = useState(false);
  const ready = read.length === sections.length && agreed;
  const complete = async () => {
    const done = await act({ run: () => api.training.completeOrientation.mutate({ program: slug }) });
    if (!done) return;
    await queryClient.invalidateQueries(trpc.training.me.pathFilter());
    void navigate({ to: '/programs/$slug/documents', params: { slug } });
  };
  return (
    <>
      <Progress label={t`Read`} value={read.length / sections.length} />
      {sections.map(({ title, text }, at) => {
        const done = read.includes(at);
        return (
          <Panel key={title} title={title}>
            <p className="max-w-prose">{text}</p>
            <Button
              className={clsx('mt-3', done && 'text-success')}
              icon={done && <Check aria-hidden className="size-4" />}
              aria-pressed={done}
              onClick={() => setRead(done ? read.filter((each) => each !== at) : [...read, at])}
            >
              {done ? t`Read` : t`I have read this`}
            </Button>
          </Panel>
        );
      })}
      <Panel>
        <div className="flex flex-col gap-4">
          <Checkbox
            checked={agreed}
            onChange={setAgreed}
            label={t`I have understood the orientation and will keep to it`}
          />
          <Button
            variant="primary"
            className="max-sm:w-full sm:self-start"
            busy={pending}
            reason={!ready && t`Read the five sections and tick the box first`}
            onClick={() => void complete()}
          >
            {t`Complete the orientation`}
          </Button>
        </div>
      </Panel>
    </>
  );
}
