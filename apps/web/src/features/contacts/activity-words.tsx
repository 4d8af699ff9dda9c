import { useLingui } from '@lingui/react/macro';
import type { ActivityType } from '@officina/contracts/activities';
import {
  CalendarClock,
  FileText,
  Mail,
  MapPin,
  MessageCircle,
  Phone,
  Receipt,
  StickyNote,
  Wallet,
} from 'lucide-react';
import type { ReactNode } from 'react';

/** Icon of a kind of activity. */
export const ACTIVITY_ICON: Record<ActivityType, ReactNode> = {
  EMAIL_SENT: <Mail />,
  EMAIL_RECEIVED: <Mail />,
  WHATSAPP_SENT: <MessageCircle />,
  WHATSAPP_RECEIVED: <MessageCircle />,
  SMS_SENT: <MessageCircle />,
  CALL_MADE: <Phone />,
  CALL_RECEIVED: <Phone />,
  NOTE_ADDED: <StickyNote />,
  MEETING: <CalendarClock />,
  SITE_VISIT: <MapPin />,
  QUOTE_SENT: <FileText />,
  INVOICE_SENT: <Receipt />,
  PAYMENT_RECEIVED: <Wallet />,
};

/** What the timeline says: names of activities, and of the changes that the journal tells. */
export function useActivityWords() {
  const { t } = useLingui();
  const labels: Record<ActivityType, string> = {
    EMAIL_SENT: t`E-mail sent`,
    EMAIL_RECEIVED: t`E-mail received`,
    WHATSAPP_SENT: t`WhatsApp sent`,
    WHATSAPP_RECEIVED: t`WhatsApp received`,
    SMS_SENT: t`SMS sent`,
    CALL_MADE: t`Call made`,
    CALL_RECEIVED: t`Call received`,
    NOTE_ADDED: t`Note`,
    MEETING: t`Meeting`,
    SITE_VISIT: t`Site visit`,
    QUOTE_SENT: t`Quote sent`,
    INVOICE_SENT: t`Invoice sent`,
    PAYMENT_RECEIVED: t`Payment received`,
  };
  const verbs: Record<string, string> = {
    'contact.created': t`added the contact`,
    'contact.updated': t`changed the contact`,
    'contact.deleted': t`deleted the contact`,
    'contact.restored': t`restored the contact`,
    'contact.imported': t`imported the contact`,
    'contact.erased': t`erased the contact`,
    'vehicle.created': t`added a vehicle`,
    'vehicle.updated': t`changed a vehicle`,
    'vehicle.deleted': t`deleted a vehicle`,
    'vehicle.restored': t`restored a vehicle`,
    'vehicle.mileage_updated': t`noted the mileage`,
    'vehicle.mileage_corrected': t`corrected the mileage`,
    'service_record.added': t`added a service record`,
    'service_record.updated': t`changed a service record`,
    'service_record.deleted': t`deleted a service record`,
    'service_record.restored': t`restored a service record`,
    'quote.created': t`wrote a quote`,
    'quote.updated': t`changed a quote`,
    'quote.sent': t`sent a quote`,
    'quote.accepted': t`accepted a quote`,
    'quote.rejected': t`refused a quote`,
    'quote.renewed': t`renewed a quote`,
    'quote.converted': t`made an invoice of a quote`,
    'quote.deleted': t`deleted a quote`,
    'quote.restored': t`restored a quote`,
    'invoice.created': t`wrote an invoice`,
    'invoice.updated': t`changed an invoice`,
    'invoice.issued': t`issued an invoice`,
    'invoice.paid': t`recorded the full payment`,
    'invoice.payment_recorded': t`recorded a payment`,
    'invoice.payment_undone': t`took a payment back`,
    'invoice.cancelled': t`cancelled an invoice`,
    'invoice.deleted': t`deleted a draft`,
    'invoice.reminded': t`sent a reminder`,
    'credit_note.issued': t`issued a credit note`,
    'task.created': t`added a task`,
    'task.updated': t`changed a task`,
    'task.completed': t`completed a task`,
    'task.deleted': t`deleted a task`,
    'task.restored': t`restored a task`,
    'message.queued': t`wrote a message`,
    'message.sent': t`A message was delivered`,
    'message.failed': t`A message could not be delivered`,
  };
  return { labels, verbOf: (verb: string) => verbs[verb] ?? verb };
}
