import { useLingui } from '@lingui/react/macro';
import type { ServiceDetail } from '@officina/contracts/catalogue';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { money } from '../../lib/format.ts';
import { postPublic } from '../../lib/public-api.ts';
import { euros } from '../../shell/portal/figures.ts';
import { usePortalWords } from '../../shell/portal/words.ts';
import { Button } from '../../ui/button.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Facts } from '../../ui/panel.tsx';
import { AddToShortlist } from './add-to-shortlist.tsx';

/** What it costs, how long it takes, and the way to it. */
export function ServiceOffer({ service }: { service: ServiceDetail }) {
  const { t } = useLingui();
  const { modes } = usePortalWords();
  const { slug, title, pricing, duration, onsitePolicy, deliveryModes, defaultMode, purchaseType } = service;
  const { minWeeks, maxWeeks } = duration;
  return (
    <aside className="rounded-panel border border-line-strong bg-surface p-5 shadow-raised lg:sticky lg:top-20 lg:col-start-2 lg:row-start-1">
      <p className="text-ink-faint text-sm">{t`Fixed price`}</p>
      <p className="tabular font-semibold text-xl tracking-tight">
        {euros(pricing.project.minEUR)} – {euros(pricing.project.maxEUR)}
      </p>
      <p className="mt-1 text-ink-muted text-sm">{pricing.notes}</p>
      <div className="mt-4 border-t pt-4">
        <Facts
          items={[
            { label: t`Takes`, value: t`${minWeeks}–${maxWeeks} weeks` },
            { label: t`How`, value: deliveryModes.map((mode) => modes[mode]).join(', ') },
            { label: t`On site`, value: t`${euros(onsitePolicy.dayRateEUR)} a day` },
            { label: t`By the hour`, value: euros(pricing.hourlyEquivalent) },
          ]}
        />
        <p className="mt-3 text-ink-faint text-xs">{onsitePolicy.text}</p>
      </div>
      <div className="mt-5 flex flex-col gap-2">
        {purchaseType === 'deposit' && <PayDeposit service={service} />}
        <LinkButton
          variant={purchaseType === 'deposit' ? 'secondary' : 'primary'}
          to="/request-scope"
          search={{ service: slug, mode: defaultMode }}
        >
          {purchaseType === 'deposit' ? t`Request scope` : service.ctaLabel}
        </LinkButton>
        <AddToShortlist slug={slug} title={title} />
      </div>
    </aside>
  );
}

function PayDeposit({ service }: { service: ServiceDetail }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const [state, setState] = useState<'rest' | 'busy' | 'failed'>('rest');
  const amount = money(service.depositCents ?? 0, service.currency, true);
  const pay = async () => {
    setState('busy');
    try {
      const { redirectUrl } = await postPublic<{ redirectUrl: string }>('checkout', {
        serviceSlug: service.slug,
      });
      // A page of ours stays in the app; the hosted page is another site's.
      if (redirectUrl.startsWith('/')) await navigate({ href: redirectUrl });
      else location.assign(redirectUrl);
    } catch {
      setState('failed');
    }
  };
  return (
    <>
      <Button variant="primary" busy={state === 'busy'} onClick={() => void pay()}>
        {t`Pay deposit ${amount}`}
      </Button>
      {state === 'failed' && (
        <p role="alert" className="rounded-control bg-danger-soft px-3 py-2 text-danger text-sm">
          {t`The payment page could not be opened.`}{' '}
          <Link
            to="/request-scope"
            search={{ service: service.slug, mode: service.defaultMode }}
            className="font-medium underline"
          >
            {t`Request a scope instead`}
          </Link>
        </p>
      )}
    </>
  );
}
