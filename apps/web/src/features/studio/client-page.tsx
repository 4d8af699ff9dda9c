import { useLingui } from '@lingui/react/macro';
import type { StudioClientDetail } from '@officina/contracts/studio';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { FolderKanban, ReceiptText, Trash2 } from 'lucide-react';
import { lazy } from 'react';
import { date, money } from '../../lib/format.ts';
import { can } from '../../lib/session.ts';
import { useAct } from '../../lib/use-act.ts';
import { DetailPage } from '../../shell/detail/detail-page.tsx';
import { useEdit } from '../../shell/detail/use-edit.tsx';
import { InvoiceBadge } from '../../shell/document-state.tsx';
import { api, trpc } from '../../trpc.ts';
import { Badge } from '../../ui/badge.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Facts, Panel } from '../../ui/panel.tsx';
import { ClientTimeline } from './client-timeline.tsx';
import { ClientBadge, ProjectBadge, refreshStudio } from './studio-words.tsx';

const ClientForm = lazy(() => import('./client-form.tsx').then((module) => ({ default: module.ClientForm })));

const route = getRouteApi('/app/clients/$id');

export function ClientPage() {
  const { t } = useLingui();
  const { id } = route.useParams();
  const navigate = useNavigate();
  const { act } = useAct();
  const query = useQuery(trpc.clients.get.queryOptions({ id }));
  const client = query.data;
  const { edit, form } = useEdit(
    client?.abilities.edit,
    (ends) => client && <ClientForm client={client} {...ends} />,
    refreshStudio,
  );
  const remove = async () => {
    const done = await act({
      run: () => api.clients.remove.mutate({ id }),
      done: t`Client removed`,
      undo: () => api.clients.restore.mutate({ id }),
      settled: refreshStudio,
    });
    if (done) await navigate({ to: '/clients' });
  };
  const hasInvoices = client && client.invoices.length > 0 && t`A client with invoices stays.`;
  return (
    <DetailPage
      query={query}
      crumb={{ label: t`Clients`, to: '/clients' }}
      title={client?.name}
      badge={client && <ClientBadge status={client.status} />}
      list={{ id: 'clients', recordId: id }}
      actions={[
        can('studio.projects.write') && {
          id: 'project',
          label: t`New project`,
          icon: <FolderKanban aria-hidden />,
          run: () => void navigate({ to: '/projects', search: { new: '1', client: id } }),
        },
        can('studio.invoices.write') && {
          id: 'invoice',
          label: t`New invoice`,
          icon: <ReceiptText aria-hidden />,
          run: () => void navigate({ to: '/invoices/studio', search: { new: '1', client: id } }),
        },
        edit,
      ]}
      more={[
        client?.abilities.delete && {
          label: t`Remove`,
          icon: <Trash2 aria-hidden />,
          danger: true,
          reason: hasInvoices,
          run: () => void remove(),
        },
      ]}
      aside={client && <ClientFacts client={client} />}
      tabs={
        client
          ? [
              {
                id: 'invoices',
                label: t`Invoices`,
                count: client.invoices.length,
                content: () => <ClientInvoices client={client} />,
              },
              {
                id: 'projects',
                label: t`Projects`,
                count: client.projects.length,
                content: () => <ClientProjects client={client} />,
              },
              { id: 'timeline', label: t`Timeline`, content: () => <ClientTimeline clientId={id} /> },
            ]
          : []
      }
    >
      {form}
    </DetailPage>
  );
}

function ClientFacts({ client }: { client: StudioClientDetail }) {
  const { t } = useLingui();
  return (
    <Panel>
      <Facts
        items={[
          {
            label: t`Open`,
            value: client.open.map(({ cents, currency }) => money(cents, currency)).join(' + '),
          },
          { label: t`Company`, value: client.company },
          { label: t`E-mail`, value: client.email && <a href={`mailto:${client.email}`}>{client.email}</a> },
          { label: t`Phone`, value: client.phone && <a href={`tel:${client.phone}`}>{client.phone}</a> },
          {
            label: t`Website`,
            value: client.website && (
              <a href={client.website} target="_blank" rel="noreferrer">
                {client.website}
              </a>
            ),
          },
          { label: t`Address`, value: client.address },
          {
            label: t`Tags`,
            value:
              client.tags.length > 0 ? (
                <span className="flex flex-wrap gap-1">
                  {client.tags.map((tag) => (
                    <Badge key={tag}>{tag}</Badge>
                  ))}
                </span>
              ) : null,
          },
          {
            label: t`Notes`,
            value: client.notes && <span className="whitespace-pre-wrap">{client.notes}</span>,
          },
          { label: t`Since`, value: date(client.createdAt) },
        ]}
      />
    </Panel>
  );
}

const ROW = 'flex flex-wrap items-center gap-x-3 gap-y-1 border-b px-4 py-2.5 last:border-b-0';

function ClientInvoices({ client }: { client: StudioClientDetail }) {
  const { t } = useLingui();
  return (
    <Panel flush>
      {client.invoices.length === 0 && <EmptyState icon={<ReceiptText />} title={t`No invoice yet`} />}
      <ul>
        {client.invoices.map((invoice) => (
          <li key={invoice.id} className={ROW}>
            <Link to="/invoices/studio/$id" params={{ id: invoice.id }} className="font-medium">
              {invoice.number}
            </Link>
            <InvoiceBadge state={invoice.status} />
            {invoice.dueDate && (
              <span className="text-ink-muted text-sm">{t`due ${date(invoice.dueDate)}`}</span>
            )}
            <span className="tabular ms-auto">{money(invoice.totalCents, invoice.currency)}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function ClientProjects({ client }: { client: StudioClientDetail }) {
  const { t } = useLingui();
  return (
    <Panel flush>
      {client.projects.length === 0 && <EmptyState icon={<FolderKanban />} title={t`No project yet`} />}
      <ul>
        {client.projects.map((project) => (
          <li key={project.id} className={ROW}>
            <Link to="/projects/$id" params={{ id: project.id }} className="font-medium">
              {project.name}
            </Link>
            <ProjectBadge status={project.status} />
            {project.deadline && (
              <span className="ms-auto text-ink-muted text-sm">{t`due ${date(project.deadline)}`}</span>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
