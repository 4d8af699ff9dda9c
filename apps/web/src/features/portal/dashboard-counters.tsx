import { useLingui } from '@lingui/react/macro';
import type { PortalDashboard } from '@officina/contracts/portal-dashboard';
import { can } from '../../lib/session.ts';
import { Stat } from '../../ui/stat.tsx';

/** The server counts up to 1,001. */
const shown = (count: number | undefined) => (count === undefined || count <= 1000 ? count : '1000+');

/** What there is, each figure leading to it. */
export function DashboardCounters({ counters }: { counters: PortalDashboard['counters'] | undefined }) {
  const { t } = useLingui();
  return (
    <div className="grid grid-cols-2 gap-(--gap) md:grid-cols-5 max-md:*:last:col-span-2">
      <Stat
        label={t`Active engagements`}
        value={shown(counters?.engagements)}
        to={{ to: '/portal/engagements' }}
      />
      <Stat
        label={t`Open change requests`}
        value={shown(counters?.changeRequests)}
        to={{ to: '/portal/change-requests' }}
      />
      <Stat
        label={t`Scopes to be answered`}
        value={shown(counters?.scopes)}
        to={{ to: '/portal/scopes', search: { status: 'sent' } }}
      />
      <Stat label={t`Documents`} value={shown(counters?.documents)} to={{ to: '/portal/documents' }} />
      <Stat
        label={t`Invoices to be paid`}
        value={shown(counters?.invoices)}
        to={{ to: can('portal.billing.pay') ? '/portal/billing' : '/portal/finance' }}
      />
    </div>
  );
}
