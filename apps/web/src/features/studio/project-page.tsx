import { useLingui } from '@lingui/react/macro';
import type { ProjectListItem } from '@officina/contracts/studio';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Archive, ArchiveRestore, ReceiptText } from 'lucide-react';
import { lazy } from 'react';
import { date, money } from '../../lib/format.ts';
import { can } from '../../lib/session.ts';
import { DetailPage } from '../../shell/detail/detail-page.tsx';
import { useEdit } from '../../shell/detail/use-edit.tsx';
import { InvoiceBadge } from '../../shell/document-state.tsx';
import { trpc } from '../../trpc.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Facts, Panel } from '../../ui/panel.tsx';
import { accessTab } from './access-tab.tsx';
import { Budget } from './budget.tsx';
import { PriorityBadge, ProjectBadge, refreshStudio } from './studio-words.tsx';
import { useProjectMoves } from './use-project-moves.ts';

const ProjectForm = lazy(() =>
  import('./project-form.tsx').then((module) => ({ default: module.ProjectForm })),
);

const route = getRouteApi('/app/projects/$id');

export function ProjectPage() {
  const { t } = useLingui();
  const { id } = route.useParams();
  const navigate = useNavigate();
  const moves = useProjectMoves();
  const query = useQuery(trpc.projects.get.queryOptions({ id }));
  const project = query.data;
  const { edit, form } = useEdit(
    project?.abilities.edit,
    (ends) => project && <ProjectForm project={project} {...ends} />,
    refreshStudio,
  );
  const search = { new: '1', project: id, ...(project?.client && { client: project.client.id }) };
  return (
    <DetailPage
      query={query}
      crumb={{ label: t`Projects`, to: '/projects' }}
      title={project?.name}
      badge={project && <ProjectBadge status={project.status} />}
      list={{ id: 'projects', recordId: id }}
      actions={[
        can('studio.invoices.write') && {
          id: 'invoice',
          label: t`New invoice`,
          icon: <ReceiptText aria-hidden />,
          run: () => void navigate({ to: '/invoices/studio', search }),
        },
        project?.abilities.restore && {
          id: 'restore',
          label: t`Take out of the archive`,
          icon: <ArchiveRestore aria-hidden />,
          primary: true,
          busy: moves.pending,
          run: () => void moves.restore(project),
        },
        edit,
      ]}
      more={[
        project?.abilities.archive && {
          label: t`Archive`,
          icon: <Archive aria-hidden />,
          run: () => void moves.archive(project),
        },
      ]}
      aside={project && <ProjectFacts project={project} />}
      tabs={
        project
          ? [
              { id: 'invoices', label: t`Invoices`, content: () => <ProjectInvoices projectId={id} /> },
              ...accessTab({ label: t`Access`, namespace: 'project', objectId: id }),
            ]
          : []
      }
      summary={
        project && project.budgetCents !== null ? (
          <Panel>
            <Budget project={project} />
          </Panel>
        ) : undefined
      }
    >
      {form}
    </DetailPage>
  );
}

function ProjectFacts({ project }: { project: ProjectListItem }) {
  const { t } = useLingui();
  const { client, deadline, late } = project;
  return (
    <Panel>
      <Facts
        items={[
          {
            label: t`Client`,
            value:
              client &&
              (can('studio.clients.read') ? (
                <Link to="/clients/$id" params={{ id: client.id }}>
                  {client.name}
                </Link>
              ) : (
                client.name
              )),
          },
          { label: t`Priority`, value: <PriorityBadge priority={project.priority} /> },
          {
            label: t`Deadline`,
            value: deadline && (
              <span className={late ? 'font-medium text-danger' : undefined}>
                {late ? t`${date(deadline)} (past)` : date(deadline)}
              </span>
            ),
          },
          { label: t`Tags`, value: project.tags.join(', ') },
          {
            label: t`Description`,
            value: project.description && <span className="whitespace-pre-wrap">{project.description}</span>,
          },
          { label: t`Archived`, value: project.archivedAt && date(project.archivedAt) },
        ]}
      />
    </Panel>
  );
}

function ProjectInvoices({ projectId }: { projectId: string }) {
  const { t } = useLingui();
  const query = useQuery(trpc.studioInvoices.list.queryOptions({ projectId, limit: 100 }));
  return (
    <Panel flush>
      {query.data?.items.length === 0 && <EmptyState icon={<ReceiptText />} title={t`No invoice yet`} />}
      <ul>
        {query.data?.items.map((invoice) => (
          <li
            key={invoice.id}
            className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b px-4 py-2.5 last:border-b-0"
          >
            <Link to="/invoices/studio/$id" params={{ id: invoice.id }} className="font-medium">
              {invoice.number}
            </Link>
            <InvoiceBadge state={invoice.status} />
            <span className="tabular ms-auto">{money(invoice.totalCents, invoice.currency)}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
