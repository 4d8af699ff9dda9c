import { useLingui } from '@lingui/react/macro';
import type { Engagement } from '@officina/contracts/engagements';
import { Link } from '@tanstack/react-router';
import { date } from '../../lib/format.ts';
import { LINK } from '../../shell/detail/link.ts';
import { day } from '../../shell/portal/figures.ts';
import { useServiceTitles } from '../../shell/portal/service-titles.ts';
import { Facts, Panel } from '../../ui/panel.tsx';

/** Who, when, and which service it came from. */
export function EngagementFacts({ engagement }: { engagement: Engagement }) {
  const { t } = useLingui();
  const titleOf = useServiceTitles();
  const { organization, owner, serviceSlug, startDate, targetDate, createdAt } = engagement;
  return (
    <Panel>
      <Facts
        items={[
          { label: t`Organisation`, value: organization.name },
          { label: t`Lead`, value: owner?.name },
          {
            label: t({ context: 'catalogue', message: 'Service' }),
            value: serviceSlug && (
              <Link to="/marketplace/$slug" params={{ slug: serviceSlug }} className={LINK}>
                {titleOf(serviceSlug)}
              </Link>
            ),
          },
          { label: t`Start`, value: day(startDate) },
          { label: t`Target`, value: day(targetDate) },
          { label: t`Begun`, value: date(createdAt) },
        ]}
      />
    </Panel>
  );
}
