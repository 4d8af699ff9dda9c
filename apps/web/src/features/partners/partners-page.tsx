import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { PublicFrame } from '../../shell/portal/public-frame.tsx';
import { SignalForm, type SignalValues } from './signal-form.tsx';
import { SignalSummary } from './signal-summary.tsx';

/** Experts who want to work with the firm make themselves known. */
export function PartnersPage() {
  const { t } = useLingui();
  const [sent, setSent] = useState<SignalValues | null>(null);
  return (
    <PublicFrame title={t`For experts`}>
      <div className="mx-auto max-w-3xl px-4 py-8 sm:px-8 sm:py-12">
        {sent ? (
          <SignalSummary values={sent} />
        ) : (
          <>
            <h1 className="text-balance font-semibold text-2xl tracking-tight sm:text-[2rem] sm:leading-tight">
              {t`Work with us on what you know best`}
            </h1>
            <p className="mt-2 max-w-prose text-ink-muted">
              {t`We staff engagements with a few senior people. Tell us what you do and when you are free; we come back when something fits.`}
            </p>
            <div className="mt-8">
              <SignalForm onSent={setSent} />
            </div>
          </>
        )}
      </div>
    </PublicFrame>
  );
}
