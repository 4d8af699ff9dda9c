import { useLingui } from '@lingui/react/macro';
import type { TimelineChange } from '@officina/contracts/activities';
import { money } from '../../lib/format.ts';
import { RecordTimeline } from '../detail/record-timeline.tsx';

/** Who did what to a quote or an invoice when. */
export function DocumentTimeline({ recordId, currency }: { recordId: string; currency: string }) {
  const { t } = useLingui();
  return (
    <RecordTimeline
      recordId={recordId}
      verbOf={useVerbs()}
      nobody={t`The client`}
      labels={{
        validUntil: t`Valid until`,
        dueDate: t`Due date`,
        notes: t`Notes`,
        totalCents: { label: t`Total incl. VAT`, print: (cents: number) => money(cents, currency) },
      }}
    />
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
