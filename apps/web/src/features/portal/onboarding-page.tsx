import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Navigate, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Form } from '../../lib/form/form.tsx';
import { useAppForm } from '../../lib/form/use-app-form.ts';
import { can, useSession } from '../../lib/session.ts';
import { toastDone } from '../../lib/toast.ts';
import { Page } from '../../shell/page.tsx';
import { refreshPortal } from '../../shell/portal/refresh-portal.ts';
import { api, trpc } from '../../trpc.ts';
import { Button } from '../../ui/button.tsx';
import type { Pick } from '../../ui/combobox.tsx';
import { Panel } from '../../ui/panel.tsx';
import { OnboardingStep } from './onboarding-steps.tsx';

const LAST = 2;
/** The step on which a field stands, so that what the server refuses is seen. */
const STEP_OF: Record<string, number> = { preferredChannel: 0, primaryEngagement: 1 };

/** Asks a client once how they want to work. Staff, and who has answered, go on to the portal. */
export function OnboardingPage() {
  const query = useQuery({ ...trpc.dashboard.get.queryOptions({}), enabled: can('portal.onboarding') });
  if (!can('portal.onboarding') || query.data?.onboarded) return <Navigate to="/portal" replace />;
  return <Onboarding />;
}

function Onboarding() {
  const { t } = useLingui();
  const { user } = useSession();
  const navigate = useNavigate();
  const [step, setStep] = useState(0);
  const form = useAppForm({
    defaults: {
      preferredChannel: '',
      primaryEngagement: null as Pick | null,
      ndaStatus: '',
      accessPreference: '',
      dataConstraints: '',
      acceptedTerms: false,
    },
    rename: { primaryEngagementId: 'primaryEngagement' },
    guard: false,
    submit: async ({ primaryEngagement, acceptedTerms, ...answers }) => {
      if (step < LAST) return false;
      await api.onboarding.complete.mutate({
        ...answers,
        primaryEngagementId: primaryEngagement?.id,
        acceptedTerms: acceptedTerms as true,
      });
      return true;
    },
    refused: () => {
      const wrong = Object.keys(form.methods.formState.errors)[0];
      if (wrong) setStep(STEP_OF[wrong] ?? LAST);
    },
    done: async (sent) => {
      if (!sent) return setStep(step + 1);
      await refreshPortal();
      await navigate({ to: '/portal' });
      void toastDone(t`Welcome. We know now how you want to work.`);
    },
  });
  const [firstName] = user.name.split(' ');
  const [place, count] = [step + 1, LAST + 1];
  return (
    <Page title={t`Welcome, ${firstName ?? user.name}`} narrow>
      <Panel>
        <p className="mb-1 text-ink-faint text-sm">{t`Step ${place} of ${count}`}</p>
        <div aria-hidden className="mb-5 flex gap-1.5">
          {Array.from({ length: count }, (_, index) => (
            <span
              // biome-ignore lint/suspicious/noArrayIndexKey: the bars are the steps.
              key={index}
              className={
                index <= step ? 'h-1.5 flex-1 rounded-full bg-accent' : 'h-1.5 flex-1 rounded-full bg-line'
              }
            />
          ))}
        </div>
        <Form
          form={form}
          submitLabel={step < LAST ? t`Continue` : t`Finish`}
          extra={step > 0 && <Button onClick={() => setStep(step - 1)}>{t`Back`}</Button>}
        >
          <OnboardingStep step={step} />
        </Form>
      </Panel>
    </Page>
  );
}
