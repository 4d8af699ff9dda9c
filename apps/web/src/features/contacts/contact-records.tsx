import { useLingui } from '@lingui/react/macro';
import type { ContactDetail } from '@officina/contracts/contacts';
import { Link, type LinkProps } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { date, money, number } from '../../lib/format.ts';
import { InvoiceBadge, QuoteBadge } from '../../shell/document-state.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Panel } from '../../ui/panel.tsx';

interface RowOf {
  id: string;
  to: LinkProps;
  title: ReactNode;
  note?: ReactNode;
  end?: ReactNode;
}

/** A short list of related records, each a link; all of them are one click further. */
export function RecordList({
  rows,
  empty,
  all,
}: {
  rows: RowOf[];
  empty: string;
  all?: { label: string; to: LinkProps };
}) {
  if (rows.length === 0) return <EmptyState title={empty} />;
  return (
    <Panel flush>
      <ul>
        {rows.map((row) => (
          <li key={row.id} className="border-b last:border-b-0">
            <Link {...row.to} className="flex min-h-12 items-center gap-3 px-4 py-2 hover:bg-hover">
              <span className="min-w-0 flex-1">
                <span className="block truncate font-medium">{row.title}</span>
                {row.note && <span className="block truncate text-ink-muted text-sm">{row.note}</span>}
              </span>
              <span className="flex shrink-0 items-center gap-3 text-sm">{row.end}</span>
            </Link>
          </li>
        ))}
      </ul>
      {all && (
        <Link {...all.to} className="block border-t px-4 py-2.5 text-accent-ink text-sm hover:bg-hover">
          {all.label}
        </Link>
      )}
    </Panel>
  );
}

export function ContactVehicles({ contact }: { contact: ContactDetail }) {
  const { t } = useLingui();
  return (
    <RecordList
      empty={t`No vehicle yet`}
      rows={contact.vehicles.map((vehicle) => ({
        id: vehicle.id,
        to: { to: '/vehicles/$id', params: { id: vehicle.id } },
        title: vehicle.licensePlate,
        note: `${vehicle.make} ${vehicle.model} · ${vehicle.year}`,
        end: vehicle.mileage !== null && (
          <span className="tabular text-ink-muted">{number(vehicle.mileage)} km</span>
        ),
      }))}
    />
  );
}

export function ContactQuotes({ contact }: { contact: ContactDetail }) {
  const { t } = useLingui();
  return (
    <RecordList
      empty={t`No quote yet`}
      all={{ label: t`All quotes`, to: { to: '/quotes', search: { contact: contact.id } } }}
      rows={contact.recentQuotes.map((quote) => ({
        id: quote.id,
        to: { to: '/quotes/$id', params: { id: quote.id } },
        title: quote.number,
        note: date(quote.issueDate),
        end: (
          <>
            <QuoteBadge state={quote.status} />
            <span className="tabular">{money(quote.totalCents, quote.currency)}</span>
          </>
        ),
      }))}
    />
  );
}

export function ContactInvoices({ contact }: { contact: ContactDetail }) {
  const { t } = useLingui();
  return (
    <RecordList
      empty={t`No invoice yet`}
      all={{ label: t`All invoices`, to: { to: '/invoices', search: { contact: contact.id } } }}
      rows={contact.recentInvoices.map((invoice) => ({
        id: invoice.id,
        to: { to: '/invoices/$id', params: { id: invoice.id } },
        title: invoice.number ?? t`Draft`,
        note: date(invoice.issueDate),
        end: (
          <>
            <InvoiceBadge state={invoice.status} />
            <span className="tabular">{money(invoice.totalCents, invoice.currency)}</span>
          </>
        ),
      }))}
    />
  );
}

export function ContactTasks({ contact }: { contact: ContactDetail }) {
  const { t } = useLingui();
  return (
    <RecordList
      empty={t`Nothing to do`}
      all={{ label: t`All tasks`, to: { to: '/tasks', search: { contact: contact.id } } }}
      rows={(contact.openTasks ?? []).map((task) => ({
        id: task.id,
        to: { to: '/tasks', search: { task: task.id } },
        title: task.title,
        note: [task.assignee?.name, task.dueAt && date(task.dueAt)].filter(Boolean).join(' · '),
      }))}
    />
  );
}
