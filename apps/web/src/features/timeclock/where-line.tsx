import { useLingui } from '@lingui/react/macro';
import type { ClockSite } from '@officina/contracts/timeclock';
import { distanceMetres, MAX_ACCURACY_M } from '@officina/contracts/training-places';
import { MapPin } from 'lucide-react';
import { number } from '../../lib/format.ts';
import { Notice } from '../../ui/notice.tsx';
import type { Whereabouts } from './use-position.ts';

/** What stands between the device and the site, and what to do about it; null when it is there. */
export function placeProblem(where: Whereabouts, site: ClockSite | undefined) {
  if (!site) return 'no-site' as const;
  if (where.state !== 'found') return where.state;
  if (where.position.accuracyM > MAX_ACCURACY_M) return 'inexact' as const;
  return distanceMetres(where.position, site) > site.radiusM ? ('outside' as const) : null;
}

/** The site, how far it is and how exactly that is known, live; and what to do where it does not suffice. */
export function WhereLine({ where, site }: { where: Whereabouts; site: ClockSite | undefined }) {
  const { t } = useLingui();
  const problem = placeProblem(where, site);
  const metres = where.state === 'found' && site ? Math.round(distanceMetres(where.position, site)) : 0;
  const exact = where.state === 'found' ? Math.round(where.position.accuracyM) : 0;
  const help = {
    'no-site': t`No site is assigned to you yet. Ask the office.`,
    searching: t`Looking for your position…`,
    denied: t`Location is blocked. Allow it for this page in the settings of your browser, then reload.`,
    unavailable: t`Your device does not tell its position. Turn location on and go near a window.`,
    inexact: t`Your position is only known to ${exact} m. Go outside or near a window: 50 m are needed.`,
    outside: t`You are ${number(metres)} m away. The timeclock works within ${site?.radiusM ?? 0} m.`,
  };
  return (
    <div className="flex flex-col gap-2" aria-live="polite">
      {site && (
        <p className="flex items-center justify-center gap-1.5 text-ink-muted">
          <MapPin aria-hidden className="size-4 shrink-0" />
          <span className="font-medium text-ink">{site.name}</span>
          {where.state === 'found' && (
            <span className="tabular">{t`${number(metres)} m away, to ${exact} m`}</span>
          )}
        </p>
      )}
      {problem && <Notice tone={problem === 'searching' ? 'neutral' : 'warning'}>{help[problem]}</Notice>}
    </div>
  );
}
