import { useLingui } from '@lingui/react/macro';
import { SCOPE_STATUSES } from '@officina/contracts/portal';
import type { Scope } from '@officina/contracts/scopes';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { FileCheck2 } from 'lucide-react';
import { date } from '../../lib/format.ts';
import { can } from '../../lib/session.ts';
import { ListPage } from '../../shell/list/list-page.tsx';
import { words } from '../../shell/list/search.ts';
import type { Column } from '../../shell/list/types.ts';
import { INFINITE, PAGE_SIZE, useList } from '../../shell/list/use-list.ts';
import { ScopeBadge } from '../../shell/portal/badges.tsx';
import { euros } from '../../shell/portal/figures.ts';
import { refreshPortal } from '../../shell/portal/refresh-portal.ts';
import { usePortalWords } from '../../shell/portal/words.ts';
import { api, trpc } from '../../trpc.ts';
import { LinkButton } from '../../ui/link-button.tsx';

const route = getRouteApi('/app/portal/scopes');
const open = (row: Scope) => ({ to: '/portal/scopes/$id', params: { id: row.id } }) as const;

function useColumns(staff: boolean): Column<Scope>[] {
  const { t } = useLingui();
  const { scopeStatuses } = usePortalWords();
  const organization: Column<Scope> = {
    id: 'organization',
    header: t`Organisation`,
    width: 'minmax(10rem,1fr)',
    card: 'line',
    cell: (row) => row.organization.name,
  };
  return [
    { id: 'title', header: t`Scope`, width: 'minmax(14rem,2fr)', card: 'title', cell: (row) => row.title },
    ...(staff ? [organization] : []),
    {
      id: 'status',
      header: t`Status`,
      width: '9rem',
      card: 'badge',
      cell: (row) => <ScopeBadge status={row.status} />,
      text: (row) => scopeStatuses[row.status],
    },
    {
      id: 'price',
      header: t`Fixed price`,
      width: '9rem',
      align: 'end',
      card: 'end',
      cell: (row) => euros(row.fixedPriceEUR),
    },
    { id: 'sent', header: t`Sent`, width: '8rem', cell: (row) => row.sentAt && date(row.sentAt) },
    { id: 'created', header: t`Written`, width: '8rem', hidden: !staff, cell: (row) => date(row.createdAt) },
  ];
}

/** Scope proposals: for staff all of them, for a client those that were sent to them. */
export function ScopesPage() {
  const { t } = useLingui();
  const search = route.useSearch();
  const staff = can('portal.scopes.write');
  const { scopeStatuses } = usePortalWords();
  const known = SCOPE_STATUSES.filter((status) => staff || status !== 'draft');
  const list = useList<Scope>({
    id: 'scopes',
    search,
    columns: useColumns(staff),
    filters: [
      {
        id: 'status',
        label: t`Status`,
        kind: 'one',
        options: known.map((value) => ({ value, label: scopeStatuses[value] })),
      },
    ],
    searchable: false,
  });
  const filters = { status: words(search.status, SCOPE_STATUSES)?.[0] };
  const query = useInfiniteQuery(
    trpc.scopes.list.infiniteQueryOptions({ limit: PAGE_SIZE, ...filters }, INFINITE),
  );
  return (
    <ListPage
      list={list}
      query={query}
      title={t`Scopes`}
      nameOf={(row) => row.title}
      open={open}
      csv={{ name: t`scopes`, page: (at) => api.scopes.list.query({ ...filters, ...at }) }}
      settled={refreshPortal}
      empty={{
        icon: <FileCheck2 />,
        title: staff ? t`The first scope proposal` : t`No proposal yet`,
        text: staff
          ? t`Open an inquiry or an engagement and write what will be done at which price.`
          : t`When we have understood what you need, our priced proposal appears here for your decision.`,
        actions: staff ? (
          <LinkButton variant="primary" to="/portal/inquiries">
            {t`Open the inquiries`}
          </LinkButton>
        ) : (
          <LinkButton variant="primary" to="/marketplace">
            {t`Request a scope`}
          </LinkButton>
        ),
      }}
    />
  );
}
