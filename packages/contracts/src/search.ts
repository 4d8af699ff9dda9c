import type { BinderStatus, ClientStatus } from './office.ts';
import type { InvoiceKind, InvoiceState, QuoteState } from './sales.ts';
import type { TaskStatus } from './tasks.ts';

interface Named {
  id: string;
  name: string;
}

export interface ContactHit extends Named {
  company: string | null;
  email: string | null;
  phone: string | null;
  isVip: boolean;
}

export interface VehicleHit {
  id: string;
  licensePlate: string;
  vin: string;
  make: string;
  model: string;
  owner: Named;
}

interface DocumentHit {
  id: string;
  contact: Named;
  totalCents: number;
  currency: string;
}

export interface QuoteHit extends DocumentHit {
  number: string;
  status: QuoteState;
}

export interface InvoiceHit extends DocumentHit {
  kind: InvoiceKind;
  number: string;
  status: InvoiceState;
}

export interface TaskHit {
  id: string;
  title: string;
  status: TaskStatus;
  dueAt: string | null;
  contact: Named | null;
}

export interface OfficeClientHit {
  ref: number;
  name: string;
  idNumber: string;
  phone: string | null;
  status: ClientStatus;
}

export interface BinderHit {
  ref: number;
  number: string;
  status: BinderStatus;
  client: { ref: number; name: string };
}

/** What a text names, best first; a kind that the asker may not read is empty. */
export interface SearchResults {
  contacts: ContactHit[];
  vehicles: VehicleHit[];
  quotes: QuoteHit[];
  invoices: InvoiceHit[];
  /** Open ones only. */
  tasks: TaskHit[];
  officeClients: OfficeClientHit[];
  binders: BinderHit[];
}
