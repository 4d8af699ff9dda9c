import { useLingui } from '@lingui/react/macro';
import type { OfficeTimelineEvent, TimelineEventType } from '@officina/contracts/office-clients';
import { Link } from '@tanstack/react-router';
import {
  Ban,
  CircleCheck,
  FilePlus2,
  FolderInput,
  type LucideIcon,
  MessageCircle,
  Paperclip,
  ReceiptText,
  RefreshCw,
  UserCheck,
} from 'lucide-react';
import type { ReactNode } from 'react';
import type { TimelineEntry } from '../../shell/detail/timeline.tsx';
import { amountOf } from '../../shell/office/charge-figures.ts';
import { useOfficeWords } from '../../shell/office/words.ts';

const ICONS: Record<TimelineEventType, LucideIcon> = {
  binder_received: FolderInput,
  binder_status_change: RefreshCw,
  binder_returned: UserCheck,
  charge_created: FilePlus2,
  charge_issued: ReceiptText,
  invoice_attached: Paperclip,
  charge_paid: CircleCheck,
  charge_canceled: Ban,
  notification_sent: MessageCircle,
};
const LINK = 'hover:underline';

/** An event of a client's timeline in words: what it is about, then what became of it. */
export function useTimelineEntry(): (event: OfficeTimelineEvent) => TimelineEntry {
  const { t } = useLingui();
  const { chargeTypes, triggers, binderStatuses } = useOfficeWords();
  const statusWord = (word: string | undefined) =>
    (word && (binderStatuses as Record<string, string>)[word]) ?? '–';

  function whatOf({ type, facts }: OfficeTimelineEvent): string {
    switch (type) {
      case 'binder_received':
        return t`received`;
      case 'binder_returned':
        return facts.pickupPersonName ? t`handed over to ${facts.pickupPersonName}` : t`handed over`;
      case 'binder_status_change':
        return statusWord(facts.newStatus);
      case 'charge_created':
        return t`made`;
      case 'charge_issued':
        return t`issued`;
      case 'invoice_attached':
        return t`billed as ${facts.externalInvoiceId ?? ''}`;
      case 'charge_paid':
        return t`paid`;
      case 'charge_canceled':
        return t`cancelled`;
      case 'notification_sent':
        return facts.trigger ? triggers[facts.trigger] : '';
    }
  }

  function subjectOf({ binderRef, chargeRef, type, facts }: OfficeTimelineEvent): ReactNode {
    if (type === 'notification_sent') return t`Message`;
    if (type === 'invoice_attached') return t`Charge`;
    if (binderRef !== null)
      return (
        <Link to="/office/binders/$ref" params={{ ref: String(binderRef) }} className={LINK}>
          {t`Binder`} <bdi>{facts.binderNumber}</bdi>
        </Link>
      );
    if (chargeRef === null) return null;
    return (
      <Link to="/office/charges/$ref" params={{ ref: String(chargeRef) }} className={LINK}>
        {[facts.chargeType && chargeTypes[facts.chargeType], amountOf(facts)].filter(Boolean).join(' · ')}
      </Link>
    );
  }

  return (event) => {
    const Icon = ICONS[event.type];
    return {
      id: event.id,
      at: event.at,
      who: subjectOf(event),
      what: whatOf(event),
      icon: <Icon />,
      dayOnly: event.dayOnly,
    };
  };
}
