import { useLingui } from '@lingui/react/macro';
import type { OrganizationItem } from '@officina/contracts/organizations';
import { Link } from '@tanstack/react-router';
import { BadgeCheck } from 'lucide-react';
import { date } from '../../lib/format.ts';
import type { Column } from '../../shell/list/types.ts';
import { StandingBadge } from '../../shell/portal/badges.tsx';
import { usePortalWords } from '../../shell/portal/words.ts';
import { Badge } from '../../ui/badge.tsx';

export function useOrganizationColumns(): Column<OrganizationItem>[] {
  const { t } = useLingui();
  const { standings } = usePortalWords();
  return [
    {
      id: 'name',
      header: t`Organisation`,
      width: 'minmax(12rem,2fr)',
      card: 'title',
      cell: (row) => row.name,
    },
    {
      id: 'standing',
      header: t`Standing`,
      width: '9rem',
      card: 'badge',
      cell: (row) => <StandingBadge standing={row.standing} />,
      text: (row) => standings[row.standing],
    },
    {
      id: 'domain',
      header: t`Domain`,
      width: 'minmax(12rem,1fr)',
      card: 'line',
      cell: (row) =>
        row.domain && (
          <span className="flex items-center gap-1.5">
            <bdi>{row.domain}</bdi>
            {row.domainVerifiedAt && (
              <Badge tone="success" icon={<BadgeCheck aria-hidden className="size-3" />}>
                {t`Verified`}
              </Badge>
            )}
          </span>
        ),
      text: (row) => row.domain ?? '',
    },
    {
      id: 'people',
      header: t`People`,
      width: '6rem',
      align: 'end',
      cell: (row) => (
        <Link
          to="/portal/admin/people"
          search={{ org: row.id }}
          className="text-accent-ink underline-offset-2 hover:underline"
        >
          {String(row.membersCount)}
        </Link>
      ),
      text: (row) => String(row.membersCount),
    },
    {
      id: 'engagements',
      header: t`Engagements`,
      width: '8rem',
      align: 'end',
      cell: (row) => String(row.engagementsCount),
    },
    { id: 'since', header: t`Since`, width: '8rem', card: 'end', cell: (row) => date(row.createdAt) },
  ];
}
