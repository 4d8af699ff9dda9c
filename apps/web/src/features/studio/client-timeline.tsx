import { useLingui } from '@lingui/react/macro';
import { useInfiniteQuery } from '@tanstack/react-query';
import { PagedTimeline, TIMELINE_PAGE } from '../../shell/detail/paged-timeline.tsx';
import { INFINITE } from '../../shell/list/use-list.ts';
import { trpc } from '../../trpc.ts';

function useVerbs(): Record<string, string> {
  const { t } = useLingui();
  return {
    'client.created': t`added the client`,
    'client.updated': t`changed the client`,
    'client.deleted': t`removed the client`,
    'client.restored': t`brought the client back`,
    'project.created': t`began a project`,
    'project.updated': t`changed a project`,
    'project.completed': t`completed a project`,
    'project.archived': t`archived a project`,
    'project.restored': t`took a project out of the archive`,
    'invoice.created': t`wrote an invoice`,
    'invoice.updated': t`changed an invoice`,
    'invoice.issued': t`sent an invoice`,
    'invoice.cancelled': t`cancelled an invoice`,
    'invoice.deleted': t`deleted a draft`,
    'invoice.overdue': t`An invoice is overdue`,
    'invoice.pay_link_made': t`made a link to pay`,
    'invoice.pay_links_revoked': t`closed the links to pay`,
    'invoice.payment_started': t`began to pay`,
    'invoice.retried': t`had a payment tried again`,
    'invoice.payment_failed': t`A payment failed`,
    'invoice.paid': t`An invoice is paid`,
    'invoice.payment_refunded': t`A payment was given back`,
    'invoice.payment_partly_refunded': t`A payment was given back in part`,
    'payment.mismatch': t`More was paid than was asked for`,
  };
}

const textIn = (values: Record<string, unknown> | null, ...keys: string[]): string | null => {
  const found = keys.map((key) => values?.[key]).find((value) => typeof value === 'string');
  return (found as string | undefined) ?? null;
};

/** What happened with a client, their projects and their invoices. */
export function ClientTimeline({ clientId }: { clientId: string }) {
  const { t } = useLingui();
  const verbs = useVerbs();
  const query = useInfiniteQuery(
    trpc.clients.timeline.infiniteQueryOptions({ id: clientId, limit: TIMELINE_PAGE }, INFINITE),
  );
  return (
    <PagedTimeline
      query={query}
      entryOf={(item) => ({
        id: item.id,
        at: item.at,
        who: item.user?.name ?? t`Officina`,
        ...(item.kind === 'activity'
          ? { what: item.description }
          : {
              what: verbs[item.verb] ?? item.verb,
              body: item.reason ?? textIn(item.after, 'reason', 'number', 'name'),
            }),
      })}
    />
  );
}
