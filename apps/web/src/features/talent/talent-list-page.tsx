import { useLingui } from '@lingui/react/macro';
import { TALENT_STATUSES } from '@officina/contracts/portal';
import { TALENT_DOMAINS, type TalentItem } from '@officina/contracts/talent';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { UserSearch } from 'lucide-react';
import { date } from '../../lib/format.ts';
import { optionsOf } from '../../lib/options.ts';
import { ListPage } from '../../shell/list/list-page.tsx';
import { words } from '../../shell/list/search.ts';
import type { Column } from '../../shell/list/types.ts';
import { INFINITE, PAGE_SIZE, useList } from '../../shell/list/use-list.ts';
import { roleName, useTalentWords } from '../../shell/talent/words.ts';
import { api, trpc } from '../../trpc.ts';
import { Badge } from '../../ui/badge.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { TalentBadge } from './talent-badge.tsx';

const route = getRouteApi('/app/portal/admin/talent');
const open = (row: TalentItem) => ({ to: '/portal/admin/talent/$id', params: { id: row.id } }) as const;

function useColumns(): Column<TalentItem>[] {
  const { t } = useLingui();
  const { statuses, contactStatuses, availabilities } = useTalentWords();
  return [
    { id: 'name', header: t`Name`, width: 'minmax(11rem,1.5fr)', card: 'title', cell: (row) => row.fullName },
    {
      id: 'role',
      header: t`Main role`,
      width: 'minmax(11rem,1.5fr)',
      card: 'line',
      cell: (row) => roleName(row.primaryRole),
    },
    {
      id: 'status',
      header: t`Status`,
      width: '12rem',
      card: 'badge',
      cell: (row) => (
        <span className="flex gap-1">
          <TalentBadge status={row.status} />
          {row.updatePending && <Badge tone="warning">{t`Update`}</Badge>}
        </span>
      ),
      text: (row) => statuses[row.status],
    },
    { id: 'contact', header: t`Contact`, width: '9rem', cell: (row) => contactStatuses[row.contactStatus] },
    {
      id: 'free',
      header: t`Free`,
      width: '12rem',
      card: 'line',
      cell: (row) => availabilities[row.availabilityWindow],
    },
    { id: 'signals', header: t`Forms`, width: '6rem', align: 'end', cell: (row) => String(row.signals) },
    { id: 'since', header: t`Since`, width: '8rem', card: 'end', cell: (row) => date(row.createdAt) },
  ];
}

/** Experts who made themselves known. */
export function TalentListPage() {
  const { t } = useLingui();
  const search = route.useSearch();
  const { statuses, domains } = useTalentWords();
  const list = useList<TalentItem>({
    id: 'talent',
    search,
    columns: useColumns(),
    filters: [
      { id: 'status', label: t`Status`, kind: 'one', options: optionsOf(statuses) },
      { id: 'domain', label: t`Domain`, kind: 'one', options: optionsOf(domains) },
    ],
  });
  const filters = {
    q: search.q,
    status: words(search.status, TALENT_STATUSES)?.[0],
    domain: words(search.domain, TALENT_DOMAINS)?.[0],
  };
  const query = useInfiniteQuery(
    trpc.talent.list.infiniteQueryOptions({ limit: PAGE_SIZE, ...filters }, INFINITE),
  );
  return (
    <ListPage
      list={list}
      query={query}
      title={t`Talent`}
      nameOf={(row) => row.fullName}
      open={open}
      csv={{ name: t`talent`, page: (at) => api.talent.list.query({ ...filters, ...at }) }}
      empty={{
        icon: <UserSearch />,
        title: t`No expert yet`,
        text: t`Whoever fills in the public form for experts appears here.`,
        actions: <LinkButton to="/partners">{t`See the form`}</LinkButton>,
      }}
    />
  );
}
