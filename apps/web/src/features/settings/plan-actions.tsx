import { useLingui } from '@lingui/react/macro';
import type { Plan } from '@officina/contracts/plans';
import { ExternalLink } from 'lucide-react';
import { failureOf } from '../../lib/errors.ts';
import { toastDone } from '../../lib/toast.ts';
import { useAct } from '../../lib/use-act.ts';
import { api } from '../../trpc.ts';
import { Button } from '../../ui/button.tsx';

/** Plans are called the same in every language. */
export const PLAN_NAMES: Record<Plan, string> = {
  free: 'Free',
  starter: 'Starter',
  pro: 'Pro',
  enterprise: 'Enterprise',
};

const SOLD = ['starter', 'pro', 'enterprise'] as const;

/** Ways to the payment provider's pages: to subscribe to a plan, and from then on to change or end it. */
export function PlanActions({ present, subscribed }: { present: Plan; subscribed: boolean }) {
  const { t } = useLingui();
  const { act, pending } = useAct();
  const go = (open: () => Promise<{ url: string } | null>) =>
    act({
      run: async () => {
        const page = await open();
        if (page) location.assign(page.url);
        else void toastDone(t`There is no subscription yet: choose a plan first`);
      },
    });
  const manage = () =>
    go(() =>
      api.tenancy.openBillingPortal.mutate({}).catch((error) => {
        if (failureOf(error).code === 'NOT_FOUND') return null;
        throw error;
      }),
    );
  return (
    <div className="flex flex-wrap items-center gap-2 border-t p-(--gap)">
      {SOLD.filter((plan) => !subscribed && plan !== present).map((plan) => (
        <Button
          key={plan}
          disabled={pending}
          onClick={() => void go(() => api.tenancy.startPlanCheckout.mutate({ plan }))}
        >
          {t`Choose ${PLAN_NAMES[plan]}`}
        </Button>
      ))}
      <Button
        variant={subscribed ? 'secondary' : 'ghost'}
        disabled={pending}
        icon={<ExternalLink aria-hidden />}
        onClick={() => void manage()}
      >
        {t`Manage billing`}
      </Button>
    </div>
  );
}
