import { useLingui } from '@lingui/react/macro';
import type { ServiceView } from '@officina/contracts/catalogue';
import { CalendarRange, Wallet } from 'lucide-react';
import { euros } from '../../shell/portal/figures.ts';

/** What a service costs and how long it takes, on one line. */
export function PriceAndTime({ service }: { service: ServiceView }) {
  const { t } = useLingui();
  const { minWeeks, maxWeeks } = service.duration;
  const { minEUR, maxEUR } = service.pricing.project;
  return (
    <p className="tabular mt-1.5 flex flex-wrap gap-x-4 gap-y-1 text-ink-muted text-sm">
      <span className="inline-flex items-center gap-1.5">
        <Wallet aria-hidden className="size-4 text-ink-faint" />
        {euros(minEUR)} – {euros(maxEUR)}
      </span>
      <span className="inline-flex items-center gap-1.5">
        <CalendarRange aria-hidden className="size-4 text-ink-faint" />
        {t`${minWeeks}–${maxWeeks} weeks`}
      </span>
    </p>
  );
}
