import { useLingui } from '@lingui/react/macro';
import { PROJECT_STATUSES, type ProjectListItem } from '@officina/contracts/studio';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { FolderKanban, Plus, SquareKanban, Table2 } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { date, money } from '../../lib/format.ts';
import { can } from '../../lib/session.ts';
import { ListPage } from '../../shell/list/list-page.tsx';
import { words } from '../../shell/list/search.ts';
import type { Column } from '../../shell/list/types.ts';
import { INFINITE, PAGE_SIZE, useList } from '../../shell/list/use-list.ts';
import { Page } from '../../shell/page.tsx';
import { api, trpc } from '../../trpc.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorCard } from '../../ui/error-card.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { ProjectBoard } from './project-board.tsx';
import { PriorityBadge, ProjectBadge, refreshStudio, useStudioWords } from './studio-words.tsx';
import { useProjectMoves } from './use-project-moves.ts';

const ProjectForm = lazy(() =>
  import('./project-form.tsx').then((module) => ({ default: module.ProjectForm })),
);

const route = getRouteApi('/app/projects');
const open = (row: ProjectListItem) => ({ to: '/projects/$id', params: { id: row.id } }) as const;
/** As many as a board shows. */
const MOST = 100;

/** The studio's projects: as a board by status, or as a table. */
export function ProjectsPage() {
  const search = route.useSearch();
  return (
    <>
      {search.view === 'table' ? <ProjectTable /> : <ProjectBoardPage />}
      <NewProject />
    </>
  );
}

function NewProject() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const client = useQuery({
    ...trpc.clients.get.queryOptions({ id: search.client ?? '' }),
    enabled: Boolean(search.new && search.client),
  });
  if (!search.new || !can('studio.projects.write') || (search.client && client.isPending)) return null;
  const close = () =>
    void navigate({
      to: '/projects',
      search: { ...search, new: undefined, client: undefined },
      replace: true,
    });
  return (
    <Suspense>
      <ProjectForm
        client={client.data ? { id: client.data.id, label: client.data.name } : null}
        onClose={close}
        onSaved={async ({ id }) => {
          await refreshStudio();
          await navigate({ to: '/projects/$id', params: { id } });
        }}
      />
    </Suspense>
  );
}

/** What stands in place of projects while there is none: how to begin, or for who begins none, whose they would be. */
function useNoProject() {
  const { t } = useLingui();
  const icon = <FolderKanban />;
  if (!can('studio.projects.write'))
    return { icon, title: t`No project yet`, text: t`Projects of yours, or opened to you, stand here.` };
  return {
    icon,
    title: t`The first project`,
    text: t`A project has a client, a budget and a deadline; its invoices count against the budget.`,
  };
}

function ProjectBoardPage() {
  const { t } = useLingui();
  const navigate = route.useNavigate();
  const { move } = useProjectMoves();
  const query = useQuery(trpc.projects.list.queryOptions({ limit: MOST }));
  const { icon, title, text } = useNoProject();
  return (
    <Page
      title={t`Projects`}
      fill
      actions={
        <>
          <LinkButton
            to="/projects"
            search={{ view: 'table' }}
            icon={<Table2 aria-hidden className="size-4" />}
          >
            {t`Table`}
          </LinkButton>
          {can('studio.projects.write') && (
            <Button
              variant="primary"
              icon={<Plus aria-hidden className="size-4" />}
              onClick={() => void navigate({ to: '/projects', search: { new: '1' } })}
            >
              {t`New project`}
            </Button>
          )}
        </>
      }
    >
      {query.error && !query.data ? (
        <ErrorCard error={query.error} retry={() => query.refetch()} />
      ) : query.data?.items.length === 0 ? (
        <EmptyState icon={icon} title={title}>
          {text}
        </EmptyState>
      ) : (
        <ProjectBoard projects={query.data?.items ?? null} onMove={move} />
      )}
    </Page>
  );
}

function useColumns(): Column<ProjectListItem>[] {
  const { t } = useLingui();
  const { statuses, priorities } = useStudioWords();
  return [
    { id: 'name', header: t`Project`, width: 'minmax(12rem,1.5fr)', card: 'title', cell: (row) => row.name },
    {
      id: 'client',
      header: t`Client`,
      width: 'minmax(8rem,1fr)',
      card: 'line',
      cell: (row) => row.client?.name,
    },
    {
      id: 'status',
      header: t`Status`,
      width: '9rem',
      card: 'badge',
      cell: (row) => <ProjectBadge status={row.status} />,
      text: (row) => statuses[row.status],
    },
    {
      id: 'priority',
      header: t`Priority`,
      width: '7rem',
      cell: (row) => <PriorityBadge priority={row.priority} />,
      text: (row) => priorities[row.priority],
    },
    {
      id: 'budget',
      header: t`Budget`,
      width: '8rem',
      align: 'end',
      cell: (row) => row.budgetCents !== null && money(row.budgetCents, row.currency),
      text: (row) => (row.budgetCents === null ? '' : money(row.budgetCents, row.currency)),
    },
    {
      id: 'invoiced',
      header: t`Invoiced`,
      width: '8rem',
      align: 'end',
      cell: (row) => money(row.invoicedCents, row.currency),
    },
    {
      id: 'deadline',
      header: t`Deadline`,
      width: '8rem',
      card: 'end',
      cell: (row) =>
        row.deadline && <span className={row.late ? 'text-danger' : undefined}>{date(row.deadline)}</span>,
      text: (row) => row.deadline ?? '',
    },
  ];
}

function ProjectTable() {
  const { t } = useLingui();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { statusOptions } = useStudioWords();
  const empty = useNoProject();
  const list = useList<ProjectListItem>({
    id: 'projects',
    search,
    columns: useColumns(),
    filters: [
      { id: 'status', label: t`Status`, kind: 'one', options: statusOptions },
      { id: 'archived', label: t`Archived`, kind: 'flag' },
    ],
  });
  const filters = {
    search: search.q,
    status: words(search.status, PROJECT_STATUSES)?.[0],
    archived: Boolean(search.archived),
  };
  const query = useInfiniteQuery(
    trpc.projects.list.infiniteQueryOptions({ limit: PAGE_SIZE, ...filters }, INFINITE),
  );
  const create = can('studio.projects.write') && {
    label: t`New project`,
    run: () => list.set({ new: '1' }),
  };
  return (
    <ListPage
      list={list}
      query={query}
      title={t`Projects`}
      nameOf={(row) => row.name}
      open={open}
      create={create}
      more={[
        {
          label: t`Board`,
          icon: <SquareKanban aria-hidden />,
          run: () => void navigate({ to: '/projects', search: {} }),
        },
      ]}
      csv={{ name: t`projects`, page: (at) => api.projects.list.query({ ...filters, ...at }) }}
      settled={refreshStudio}
      empty={empty}
    />
  );
}
