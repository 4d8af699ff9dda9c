import type {
  BinderSignal,
  ChargeStatus,
  ChargeType,
  ClientStatus,
  ClientType,
  MessageTrigger,
  PermanentDocument,
} from './office.ts';

/** A status that the caller may give a client; the one it has is no change. */
export interface OfficeClientAbilities {
  edit: boolean;
  /** frozen → active. */
  activate: boolean;
  /** active → frozen. */
  freeze: boolean;
  /** For good: nothing leads out of it. */
  close: boolean;
  receiveBinder: boolean;
  uploadDocument: boolean;
  newCharge: boolean;
  /** Only while an issued charge and an address exist. */
  remindPayment: boolean;
}

/** A client of the office. `ref` names it in addresses and calls; `id` is the contact that it is everywhere else. */
export interface OfficeClientView {
  ref: number;
  id: string;
  fullName: string;
  idNumber: string;
  clientType: ClientType;
  status: ClientStatus;
  phone: string | null;
  email: string | null;
  /** Days, YYYY-MM-DD. */
  openedAt: string;
  closedAt: string | null;
  notes: string | null;
  /** Grows with every change of the client, also where it was made on its contact. */
  version: number;
  createdAt: string;
}

/** What is derived from a client's binders, documents and charges; never stored. */
export interface OfficeClientState {
  openBinders: number;
  /** In the order in which they are always listed. */
  missingDocuments: PermanentDocument[];
  /** Of its open binders together; none without an open binder. */
  signals: BinderSignal[];
}

export interface OfficeClientListItem extends OfficeClientView, OfficeClientState {
  abilities: OfficeClientAbilities;
}

export interface OfficeClientDetail extends OfficeClientListItem {
  counts: {
    /** Open and returned. */
    binders: number;
    charges: number;
    /** Issued, not paid. */
    unpaidCharges: number;
    /** Permanent ones on file, each upload counted. */
    documents: number;
    /** Null for those who may not read messages. */
    messages: number | null;
  };
}

/** Later steps have later places: by them events of one moment are ordered. Source: office specification §3.8. */
export const TIMELINE_EVENTS = [
  'binder_received',
  'binder_status_change',
  'binder_returned',
  'charge_created',
  'charge_issued',
  'invoice_attached',
  'charge_paid',
  'charge_canceled',
  'notification_sent',
] as const;
export type TimelineEventType = (typeof TIMELINE_EVENTS)[number];

/** What an event says besides its kind; which keys are there depends on the kind. */
export interface TimelineFacts {
  binderNumber?: string;
  oldStatus?: string;
  newStatus?: string;
  pickupPersonName?: string;
  chargeType?: ChargeType;
  /** Of a charge, today. */
  status?: ChargeStatus;
  /** Hundredths of the currency; both absent for those who may not see amounts. */
  amountMinor?: number;
  currency?: string;
  provider?: string;
  externalInvoiceId?: string;
  trigger?: MessageTrigger;
  channel?: string;
}

/** One event of a client's timeline. Steps of a binder come twice, as the step and as the change of status: fold them. */
export interface OfficeTimelineEvent {
  /** Unique in the timeline. */
  id: string;
  type: TimelineEventType;
  at: string;
  /** True where only the day is known: a binder that was entered later than it was received. */
  dayOnly: boolean;
  binderRef: number | null;
  chargeRef: number | null;
  facts: TimelineFacts;
}
