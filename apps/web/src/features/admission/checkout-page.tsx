import { useLingui } from '@lingui/react/macro';
import type { ProgramView } from '@officina/contracts/training-views';
import { getRouteApi } from '@tanstack/react-router';
import { LockKeyhole, Mail } from 'lucide-react';
import { useState } from 'react';
import { failureOf } from '../../lib/errors.ts';
import { money } from '../../lib/format.ts';
import { session } from '../../lib/session.ts';
import { api } from '../../trpc.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { AdmissionLayout } from './admission-layout.tsx';
import { PriceCalculator, useTerms } from './price-calculator.tsx';
import { WithProgram } from './use-program.tsx';

const route = getRouteApi('/programs/$slug/checkout');

/** The last look at the price before the hosted page where it is paid. */
export function CheckoutPage() {
  const { t } = useLingui();
  const { slug } = route.useParams();
  return (
    <AdmissionLayout title={t`Pay the set-up fee`}>
      {session() ? (
        <WithProgram slug={slug}>{(program) => <Checkout program={program} />}</WithProgram>
      ) : (
        <Panel>
          <EmptyState
            icon={<Mail />}
            title={t`We mailed you a link`}
            actions={
              <LinkButton
                to="/login"
                search={{ callbackUrl: `/programs/${slug}/checkout` }}
                variant="primary"
              >
                {t`Sign in`}
              </LinkButton>
            }
          >
            {t`Set your password with it, then you come back here. If you have a password, sign in.`}
          </EmptyState>
        </Panel>
      )}
    </AdmissionLayout>
  );
}

function Checkout({ program }: { program: ProgramView }) {
  const { t } = useLingui();
  const navigate = route.useNavigate();
  const [terms, change] = useTerms();
  const [failed, setFailed] = useState(false);
  const [busy, setBusy] = useState(false);
  const pay = async () => {
    setBusy(true);
    setFailed(false);
    try {
      const { url } = await api.training.checkout.mutate({ program: program.slug, ...terms });
      location.assign(url);
    } catch (error) {
      setBusy(false);
      if (failureOf(error).code === 'ENROLLMENT_EXISTS') void navigate({ to: '/apprentice' });
      else setFailed(true);
    }
  };
  const fee = money(program.setupFeeCents, program.currency);
  return (
    <Panel title={program.name} className="max-w-xl">
      <PriceCalculator program={program} terms={terms} onChange={change} />
      <div className="mt-4 flex flex-col gap-3">
        {failed && (
          <Notice tone="danger">{t`The payment page could not be opened. Nothing was charged; try again.`}</Notice>
        )}
        <Button
          variant="primary"
          busy={busy}
          onClick={() => void pay()}
          icon={<LockKeyhole aria-hidden className="size-4" />}
        >
          {t`Pay ${fee}`}
        </Button>
        <p className="text-ink-faint text-xs">
          {t`Your card is kept by the payment provider for the weekly payments; we never see it.`}
        </p>
      </div>
    </Panel>
  );
}
