import { useLingui } from '@lingui/react/macro';
import type { TimelineChange } from '@officina/contracts/activities';
import { useInfiniteQuery } from '@tanstack/react-query';
import { trpc } from '../../trpc.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorCard } from '../../ui/error-card.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Timeline } from '../detail/timeline.tsx';
import { INFINITE } from '../list/use-list.ts';

const AT_ONCE = 30;

/** Who did what to a document when. */
export function RecordTimeline({ recordId }: { recordId: string }) {
  const { t } = useLingui();
  const told = useVerbs();
  const history = useInfiniteQuery(
    trpc.activities.history.infiniteQueryOptions({ recordId, limit: AT_ONCE }, INFINITE),
  );
  if (history.error) return <ErrorCard error={history.error} retry={() => history.refetch()} />;
  const entries = history.data?.pages.flatMap((page) => page.items);
  return (
    <Panel>
      <Timeline
        entries={entries?.map((change) => ({
          id: change.id,
          at: change.at,
          who: change.user?.name ?? t`The client`,
          what: told(change),
          body: change.reason,
        }))}
        hasMore={history.hasNextPage}
        onMore={() => void history.fetchNextPage()}
        empty={<EmptyState title={t`Nothing happened yet`} />}
      />
    </Panel>
  );
}

function useVerbs() {
  const { t } = useLingui();
  return (change: TimelineChange): string =>
    ({
      'quote.created': t`wrote the quote`,
      'quote.updated': t`changed the quote`,
      'quote.sent': t`sent the quote`,
      'quote.accepted': change.user ? t`marked the quote as accepted` : t`accepted the quote`,
      'quote.rejected': change.user ? t`marked the quote as refused` : t`refused the quote`,
      'quote.renewed': t`renewed the quote`,
      'quote.converted': t`made an invoice of the quote`,
      'quote.deleted': t`deleted the quote`,
      'quote.restored': t`restored the quote`,
      'invoice.created': t`wrote the draft`,
      'invoice.updated': t`changed the draft`,
      'invoice.issued': t`issued the invoice`,
      'invoice.payment_recorded': t`recorded a payment`,
      'invoice.paid': t`recorded the full payment`,
      'invoice.payment_undone': t`took a payment back`,
      'invoice.reminded': t`sent a reminder`,
      'invoice.cancelled': t`cancelled the invoice`,
      'invoice.deleted': t`deleted the draft`,
      'credit_note.issued': t`issued the credit note`,
    })[change.verb] ?? change.verb;
}
