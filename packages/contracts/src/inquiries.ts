import type { DeliveryMode, InquiryStatus } from './portal.ts';

/** Somebody who asked the consultancy for a scope. */
export interface InquiryView {
  id: string;
  orgId: string | null;
  organization: string;
  contactEmail: string;
  role: string | null;
  serviceSlug: string;
  timeframe: string;
  note: string | null;
  mode: DeliveryMode | null;
  status: InquiryStatus;
  consent: boolean;
  /** What it was converted into. */
  engagementId: string | null;
  createdAt: string;
}

export interface InquiryAbilities {
  triage: boolean;
  close: boolean;
  convert: boolean;
  /** It may be converted once a scope of it is approved. */
  convertBlocked: boolean;
}

export interface InquiryItem extends InquiryView {
  /** The organisation's present name, where the inquiry belongs to one. */
  orgName: string | null;
  abilities: InquiryAbilities;
}

/** Where an inquiry may go by a person's hand; converted it becomes by being converted alone. */
export const INQUIRY_MOVES: Record<InquiryStatus, readonly InquiryStatus[]> = {
  new: ['triaged', 'closed'],
  triaged: ['closed'],
  converted: [],
  closed: [],
};
/** From which states it may be converted. */
export const CONVERTIBLE: readonly InquiryStatus[] = ['new', 'triaged'];
