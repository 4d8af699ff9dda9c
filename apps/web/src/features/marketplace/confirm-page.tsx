import { useLingui } from '@lingui/react/macro';
import { getRouteApi } from '@tanstack/react-router';
import { CircleCheck, Copy } from 'lucide-react';
import { toastDone } from '../../lib/toast.ts';
import { PublicFrame } from '../../shell/portal/public-frame.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LinkButton } from '../../ui/link-button.tsx';

const route = getRouteApi('/request-scope/confirm');

/** The request has arrived: its number, and what happens next. */
export function ConfirmPage() {
  const { t } = useLingui();
  const { id } = route.useSearch();
  return (
    <PublicFrame title={id ? t`Your request has arrived` : t`Request a scope`}>
      <div className="mx-auto max-w-2xl px-4 py-12 sm:px-8">
        {id ? (
          <Arrived id={id} />
        ) : (
          <>
            <h1 className="sr-only">{t`Request a scope`}</h1>
            <EmptyState
              title={t`There is no request here`}
              actions={
                <LinkButton variant="primary" to="/request-scope">
                  {t`Request a scope`}
                </LinkButton>
              }
            >
              {t`This page shows a request right after it was sent.`}
            </EmptyState>
          </>
        )}
      </div>
    </PublicFrame>
  );
}

function Arrived({ id }: { id: string }) {
  const { t } = useLingui();
  const copy = async () => {
    await navigator.clipboard.writeText(id);
    void toastDone(t`Copied`);
  };
  const steps = [
    t`We read your request and check what is possible.`,
    t`Within two business days you get an answer from a person.`,
    t`If it fits, you get a scope with a fixed price to approve or reject.`,
  ];
  return (
    <>
      <CircleCheck aria-hidden className="size-10 text-success" />
      <h1 className="mt-3 font-semibold text-2xl tracking-tight">{t`Your request has arrived`}</h1>
      <div className="mt-5 flex flex-wrap items-center gap-3 rounded-panel border border-line bg-canvas px-4 py-3">
        <span className="min-w-0 flex-1">
          <span className="block text-ink-faint text-xs">{t`Request number`}</span>
          <bdi className="tabular break-all font-medium">{id}</bdi>
        </span>
        <Button icon={<Copy aria-hidden className="size-4" />} onClick={() => void copy()}>
          {t`Copy`}
        </Button>
      </div>
      <h2 className="mt-8 font-semibold text-lg">{t`What happens next`}</h2>
      <ol className="mt-3 flex flex-col gap-3">
        {steps.map((step, index) => (
          <li key={step} className="flex items-start gap-3">
            <span className="tabular grid size-7 shrink-0 place-items-center rounded-full bg-accent-soft font-semibold text-accent-ink text-sm">
              {index + 1}
            </span>
            <span className="pt-0.5">{step}</span>
          </li>
        ))}
      </ol>
      <div className="mt-8">
        <LinkButton to="/marketplace">{t`Back to the services`}</LinkButton>
      </div>
    </>
  );
}
