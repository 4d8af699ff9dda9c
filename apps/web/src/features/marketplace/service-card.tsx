import { useLingui } from '@lingui/react/macro';
import type { ServiceView } from '@officina/contracts/catalogue';
import { Link } from '@tanstack/react-router';
import { Badge } from '../../ui/badge.tsx';
import { AddToShortlist } from './add-to-shortlist.tsx';
import { PriceAndTime } from './price-and-time.tsx';
import { useServiceWords } from './service-words.ts';

/** A service in the catalogue; all of the card leads to its page. */
export function ServiceCard({ service }: { service: ServiceView }) {
  const { t } = useLingui();
  const { types, urgencies } = useServiceWords();
  const { slug, title, oneLine, engagementType, urgencyClass, purchaseType } = service;
  return (
    <li className="relative flex flex-col rounded-panel border border-line bg-surface p-4 shadow-panel transition-shadow hover:border-line-strong hover:shadow-raised">
      <div className="flex flex-wrap gap-1.5">
        <Badge tone="accent">{types[engagementType]}</Badge>
        <Badge>{urgencies[urgencyClass]}</Badge>
        {purchaseType === 'deposit' && <Badge tone="success">{t`Book with a deposit`}</Badge>}
      </div>
      <h3 className="mt-3 font-semibold text-lg leading-snug">
        <Link
          to="/marketplace/$slug"
          params={{ slug }}
          className="after:absolute after:inset-0 after:rounded-panel focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-accent-ink"
        >
          {title}
        </Link>
      </h3>
      <p className="mt-1 flex-1 text-ink-muted">{oneLine}</p>
      <div className="mt-3 flex items-end justify-between gap-2 border-t pt-2.5">
        <PriceAndTime service={service} />
        <span className="relative z-1 -me-2">
          <AddToShortlist slug={slug} title={title} />
        </span>
      </div>
    </li>
  );
}
