import { useLingui } from '@lingui/react/macro';
import type { FirstStep, OnboardingView } from '@officina/contracts/onboarding';
import { Link, type LinkProps } from '@tanstack/react-router';
import { ArrowRight, Check, X } from 'lucide-react';
import { useAct } from '../../lib/use-act.ts';
import { api, queryClient, trpc } from '../../trpc.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Progress } from '../../ui/progress.tsx';

interface Words {
  label: string;
  why: string;
  to: LinkProps;
}

/** What each step is called, what it is good for and where it is taken. */
function useStepWords(): Record<FirstStep, Words> {
  const { t } = useLingui();
  return {
    company: {
      label: t`Company details`,
      why: t`What the law wants to see on invoices.`,
      to: { to: '/settings/company' },
    },
    logo: {
      label: t`Logo`,
      why: t`Stands at the head of what you send.`,
      to: { to: '/settings/company', hash: 'logo' },
    },
    contact: {
      label: t`First contact`,
      why: t`Type one in, or import the list that you have.`,
      to: { to: '/contacts', search: { new: '1' } },
    },
    quote: {
      label: t`First quote`,
      why: t`Your client accepts it with one press.`,
      to: { to: '/quotes/new' },
    },
    colleague: {
      label: t`Invite a colleague`,
      why: t`Everybody signs in as themselves, with their own rights.`,
      to: { to: '/settings/team', search: { new: '1' } },
    },
  };
}

const refresh = () => queryClient.invalidateQueries({ queryKey: trpc.tenancy.onboarding.pathKey() });

/** What a new firm does first; each step ticks itself. */
export function FirstSteps({ steps }: { steps: OnboardingView['steps'] }) {
  const { t } = useLingui();
  const words = useStepWords();
  const { act } = useAct();
  const done = steps.filter((step) => step.done).length;
  const dismiss = (dismissed: boolean) => api.tenancy.dismissOnboarding.mutate({ dismissed });
  return (
    <Panel
      title={t`First steps`}
      flush
      action={
        <span className="flex items-center gap-3">
          <span className="tabular text-ink-muted text-sm">{t`${done} of ${steps.length} done`}</span>
          <IconButton
            label={t`Put the first steps away`}
            size="sm"
            onClick={() =>
              void act({
                run: () => dismiss(true),
                done: t`First steps put away`,
                undo: () => dismiss(false),
                settled: refresh,
              })
            }
          >
            <X aria-hidden className="size-4" />
          </IconButton>
        </span>
      }
    >
      <div className="px-4 pb-2">
        <Progress label={t`First steps`} labelHidden value={done / steps.length} />
      </div>
      <ul className="grid lg:grid-flow-col lg:auto-cols-fr">
        {steps.map((step) => (
          <Step key={step.id} done={step.done} words={words[step.id]} />
        ))}
      </ul>
    </Panel>
  );
}

function Step({ done, words: { label, why, to } }: { done: boolean; words: Words }) {
  const { t } = useLingui();
  if (done) {
    return (
      <li className="flex gap-2.5 px-4 py-2.5 text-ink-muted text-sm">
        <span className="mt-0.5 grid size-4.5 shrink-0 place-items-center rounded-full bg-success-soft text-success">
          <Check role="img" aria-label={t`Done`} className="size-3" strokeWidth={3} />
        </span>
        <span className="line-through decoration-ink-faint">{label}</span>
      </li>
    );
  }
  return (
    <li>
      <Link
        {...to}
        className="group flex h-full gap-2.5 px-4 py-2.5 text-sm -outline-offset-2 hover:bg-hover"
      >
        <span aria-hidden className="mt-0.5 size-4.5 shrink-0 rounded-full border border-line-control" />
        <span className="min-w-0 flex-1">
          <span className="block font-medium">{label}</span>
          <span className="block text-ink-muted">{why}</span>
        </span>
        <ArrowRight
          aria-hidden
          className="mt-0.5 size-4 shrink-0 text-ink-faint group-hover:text-accent-ink lg:hidden rtl:-scale-x-100"
        />
      </Link>
    </li>
  );
}
